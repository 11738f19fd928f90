namespace Warder.Pipelines.GitHub.Reading;

/// <summary>Finds where a script of another language than the shell's reads an environment variable of a known name.</summary>
internal static class VariableMentions
{
    private static readonly string[] PythonCalls = ["environ[", "environ.get(", "environ.pop(", "getenv("];
    private static readonly string[] JavaScriptCalls = ["process.env[", "env.get("];
    private static readonly string[] RubyCalls = ["ENV[", "ENV.fetch("];
    private static readonly string[] PowerShellCalls = ["GetEnvironmentVariable("];
    private static readonly string[] OtherCalls = ["ENV{", "getenv(", "Sys.getenv("];

    /// <summary>How the language spells the read.</summary>
    public static string Spell(string name, ScriptLanguage language) => language switch
    {
        ScriptLanguage.PowerShell => "$env:" + name,
        ScriptLanguage.Command => $"%{name}%",
        ScriptLanguage.Python => $"os.environ['{name}']",
        ScriptLanguage.JavaScript => "process.env." + name,
        ScriptLanguage.Ruby => $"ENV['{name}']",
        _ => "$" + name,
    };

    /// <summary>Adds the offset of each name that is read.</summary>
    public static void Find(string text, string name, ScriptLanguage language, List<int> offsets)
    {
        if (name.Length == 0)
        {
            return;
        }

        var comparison = language is ScriptLanguage.PowerShell or ScriptLanguage.Command
            ? StringComparison.OrdinalIgnoreCase
            : StringComparison.Ordinal;
        for (var at = text.IndexOf(name, comparison); at >= 0; at = text.IndexOf(name, at + name.Length, comparison))
        {
            if (IsWhole(text, at, name.Length) && !IsCommented(text, at, language) && IsRead(text, at, name.Length, language))
            {
                offsets.Add(at);
            }
        }
    }

    private static bool IsRead(string text, int at, int length, ScriptLanguage language)
    {
        var before = text.AsSpan(0, at);
        switch (language)
        {
            case ScriptLanguage.PowerShell:
                return before.EndsWith("$env:", StringComparison.OrdinalIgnoreCase)
                    || before.EndsWith("${env:", StringComparison.OrdinalIgnoreCase)
                    || IsArgument(before, PowerShellCalls);
            case ScriptLanguage.Command:
                var after = at + length < text.Length ? text[at + length] : '\0';
                return at > 0 && text[at - 1] is '%' or '!' && (after == text[at - 1] || after == ':');
            case ScriptLanguage.JavaScript:
                return before.EndsWith("process.env.", StringComparison.Ordinal)
                    || before.EndsWith("process.env?.", StringComparison.Ordinal)
                    || IsArgument(before, JavaScriptCalls)
                    || IsDestructured(text, at, length);
            case ScriptLanguage.Python:
                return IsArgument(before, PythonCalls);
            case ScriptLanguage.Ruby:
                return IsArgument(before, RubyCalls);
            default:
                return before.EndsWith("ENV{", StringComparison.Ordinal) || IsArgument(before, OtherCalls);
        }
    }

    private static bool IsArgument(ReadOnlySpan<char> before, string[] calls)
    {
        // The quote may itself be escaped, where the program stands in quotes of a shell.
        var quote = before.TrimEnd('\\');
        if (quote.IsEmpty || quote[^1] is not ('\'' or '"' or '`'))
        {
            return false;
        }

        quote = quote[..^1].TrimEnd('\\').TrimEnd();
        foreach (var call in calls)
        {
            if (quote.EndsWith(call, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it is <c>const { NAME } = process.env</c>.</summary>
    private static bool IsDestructured(string text, int at, int length)
    {
        var rest = text.AsSpan(at + length);
        var close = rest.IndexOfAny('}', ';', '(');
        if (close < 0 || rest[close] != '}' || !rest[(close + 1)..].TrimStart().StartsWith("=", StringComparison.Ordinal))
        {
            return false;
        }

        var source = rest[(close + 1)..].TrimStart()[1..].TrimStart();
        if (!source.StartsWith("process.env", StringComparison.Ordinal)
            || (source.Length > 11 && source[11] is '.' or '[' or '?'))
        {
            return false;
        }

        var open = text.AsSpan(0, at).LastIndexOfAny('{', '}');
        return open >= 0 && text[open] == '{';
    }

    private static bool IsCommented(string text, int at, ScriptLanguage language)
    {
        var start = text.LastIndexOf('\n', at) + 1;
        var line = text.AsSpan(start, at - start).TrimStart();
        return language == ScriptLanguage.JavaScript
            ? line.StartsWith("//", StringComparison.Ordinal)
            : language != ScriptLanguage.Command && line.StartsWith("#", StringComparison.Ordinal);
    }

    private static bool IsWhole(string text, int at, int length) =>
        (at == 0 || !IsNamePart(text[at - 1])) && (at + length == text.Length || !IsNamePart(text[at + length]));

    private static bool IsNamePart(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}
