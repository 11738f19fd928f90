namespace Warder.Pipelines.GitHub.Validation;

/// <summary>The ids of jobs and steps.</summary>
internal static class Identifier
{
    private const int MaxLength = 100;

    /// <summary>Why a text cannot be an id; null where it can.</summary>
    public static string? Problem(string id)
    {
        var isValid = id.Length is > 0 and < MaxLength && (char.IsAsciiLetter(id[0]) || id[0] == '_');
        foreach (var c in id)
        {
            isValid &= char.IsAsciiLetterOrDigit(c) || c is '_' or '-';
        }

        if (!isValid)
        {
            return $"'{id}' cannot be an id: it starts with a letter or '_' and holds only letters, digits, '_' and '-', fewer than {MaxLength}";
        }

        return id.StartsWith("__", StringComparison.Ordinal) ? $"'{id}' cannot be an id: ids that start with '__' are reserved" : null;
    }
}
