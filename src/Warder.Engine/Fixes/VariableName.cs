using Warder.Pipelines;
using Warder.Pipelines.Scripts;

namespace Warder.Engine.Fixes;

/// <summary>Finds a name for the variable that hands a token to a script.</summary>
internal static class VariableName
{
    private const int MostTried = 9;

    /// <summary>The token's own name where nothing else bears or reads it, else one made of it; null where all are taken.</summary>
    /// <param name="token">The token.</param>
    /// <param name="script">The script without its expressions.</param>
    /// <param name="isPlain">Whether the script runs no program that could read a variable unasked.</param>
    /// <param name="taken">Names of variables that the step sees.</param>
    /// <param name="comparison">How the script compares names.</param>
    public static string? For(string token, string script, bool isPlain, IReadOnlySet<string> taken, StringComparison comparison)
    {
        var isDefault = token == TokenReference.DefaultTokenName;
        token = Spelled(token);
        // A program that takes its token from a variable of this name would now find one.
        IEnumerable<string> own = isPlain || !ImpliedVariables.Contains(token) ? [token] : [];
        var made = isDefault ? "WORKFLOW_TOKEN" : token + "_VALUE";
        return own.Append(made).Concat(Enumerable.Range(2, MostTried - 1).Select(n => $"{made}_{n}")).FirstOrDefault(n => !taken.Contains(n) && !Mentions(script, n, comparison));
    }

    // Old secrets may have dashes in their names, which no shell can name.
    private static string Spelled(string token)
    {
        var name = string.Concat(token.Select(c => IsPart(c) ? c : '_'));
        return char.IsAsciiDigit(name[0]) ? "_" + name : name;
    }

    /// <summary>Whether a name stands in a text as a word of its own.</summary>
    public static bool Mentions(string text, string name, StringComparison comparison)
    {
        for (var at = text.IndexOf(name, comparison); at >= 0; at = text.IndexOf(name, at + 1, comparison))
        {
            if ((at == 0 || !IsPart(text[at - 1])) && (at + name.Length == text.Length || !IsPart(text[at + name.Length])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPart(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}
