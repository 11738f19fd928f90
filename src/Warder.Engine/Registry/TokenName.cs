namespace Warder.Engine.Registry;

/// <summary>How the names of tokens are written.</summary>
internal static class TokenName
{
    private const string Context = "secrets.";

    /// <summary>Whether a secret can have this name: letters, digits and <c>_</c>, no digit in front.</summary>
    public static bool IsValid(string text)
    {
        if (text.Length is 0 or > 200 || char.IsAsciiDigit(text[0]))
        {
            return false;
        }

        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '_')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a key or value is written the way people write names of secrets: <c>CI_TOKEN</c>.</summary>
    public static bool LooksLikeOne(string text) =>
        text.Length >= 3 && IsValid(text) && text.AsSpan().IndexOfAnyInRange('a', 'z') < 0 && text.AsSpan().IndexOfAnyInRange('A', 'Z') >= 0;

    /// <summary>The name inside <c>secrets.NAME</c> or <c>${{ secrets.NAME }}</c>; null where there is none.</summary>
    public static string? Unwrap(string text)
    {
        var inner = text.AsSpan().Trim();
        if (inner.StartsWith("${{", StringComparison.Ordinal) && inner.EndsWith("}}", StringComparison.Ordinal))
        {
            inner = inner[3..^2].Trim();
        }

        return inner.StartsWith(Context, StringComparison.OrdinalIgnoreCase) && IsValid(inner[Context.Length..].ToString())
            ? inner[Context.Length..].ToString()
            : null;
    }
}
