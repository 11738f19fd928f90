namespace Warder.Engine.Permissions.Proof;

/// <summary>
/// Tells what a program takes from a file that it loads: <c>require('./x').a(…)</c>, <c>const { a } = require('./x')</c>,
/// <c>const x = require('./x')</c> with <c>x.a(…)</c> behind it.
/// </summary>
internal static class RequiredNames
{
    private static readonly string[] Declarations = ["const", "let", "var"];

    /// <param name="text">The program.</param>
    /// <param name="start">Where <c>require(</c> or <c>import(</c> stands.</param>
    /// <param name="end">Where the text with the path ends.</param>
    /// <returns>The names, none where it is not seen which; null where it calls the file itself.</returns>
    public static IReadOnlyList<RequiredName>? Of(string text, int start, int end)
    {
        while (end < text.Length && (text[end] == ')' || char.IsWhiteSpace(text[end])))
        {
            end++;
        }

        if (end < text.Length && text[end] == '.')
        {
            var name = WordAt(text, end + 1);
            return name == "default" ? null : name is "" or "then" ? [] : [new RequiredName(name, Use: null)];
        }

        if (end < text.Length && text[end] == '(')
        {
            return null;
        }

        var before = text.AsSpan(0, start).TrimEnd();
        before = before.EndsWith("await") ? before[..^5].TrimEnd() : before;
        if (before is not [.., '='])
        {
            return [];
        }

        before = before[..^1].TrimEnd();
        return before is [.., '}'] ? Unpacked(before) : Members(text, WordBefore(before), start);
    }

    /// <summary><c>const { a, b: c } = …</c>.</summary>
    private static List<RequiredName>? Unpacked(ReadOnlySpan<char> before)
    {
        var open = before.LastIndexOf('{');
        var list = open < 0 ? "" : before[(open + 1)..^1].ToString();
        var names = new List<RequiredName>();
        foreach (var entry in list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = entry.Split(':', StringSplitOptions.TrimEntries);
            if (parts[0] == "default")
            {
                return null;
            }

            if (parts.Length > 2 || !parts.All(p => p.Length > 0 && p.All(IsOfName)))
            {
                return [];
            }

            names.Add(new RequiredName(parts[0], parts[^1]));
        }

        return names;
    }

    /// <summary>The members of a variable that holds the file; none where it is handed on, null where it is called itself.</summary>
    private static List<RequiredName>? Members(string text, string variable, int declared)
    {
        if (variable.Length == 0)
        {
            return [];
        }

        var names = new List<RequiredName>();
        foreach (var at in Uses(text, variable))
        {
            var end = at + variable.Length;
            if (at < declared && declared - end < 2 * Declarations.Length * variable.Length && text.AsSpan(end, declared - end).Trim() is "=" or "= await" or "= (await")
            {
                continue;
            }

            var name = end < text.Length && text[end] == '.' ? WordAt(text, end + 1) : "";
            if (name == "default" || (end < text.Length && text[end] == '('))
            {
                return null;
            }

            if (name.Length == 0)
            {
                return [];
            }

            names.Add(new RequiredName(name, $"{variable}.{name}"));
        }

        return names;
    }

    /// <summary>Whether a text uses a name, beside the place that declares it.</summary>
    public static bool IsUsed(string text, RequiredName name) =>
        name.Use is null || Uses(text, name.Use).Any(at => !IsDeclaration(text, at, name.Use.Length));

    private static IEnumerable<int> Uses(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if ((at == 0 || !(IsOfName(text[at - 1]) || text[at - 1] is '.' or '/')) && (end == text.Length || !IsOfName(text[end])))
            {
                yield return at;
            }
        }
    }

    // `{ a } = require(…)`: behind the list stands a sign, behind an argument a bracket.
    private static bool IsDeclaration(string text, int at, int length)
    {
        var close = text.AsSpan(at + length).IndexOfAny('}', '(', ';');
        var isListed = close >= 0 && text[at + length + close] == '}';
        return isListed && text.AsSpan(at + length + close + 1).TrimStart() is var behind && behind is ['=', not '=' and not '>', ..];
    }

    private static string WordAt(string text, int start)
    {
        var end = start;
        while (end < text.Length && IsOfName(text[end]))
        {
            end++;
        }

        return text[start..end];
    }

    private static string WordBefore(ReadOnlySpan<char> text)
    {
        var start = text.Length;
        while (start > 0 && IsOfName(text[start - 1]))
        {
            start--;
        }

        var word = text[start..].ToString();
        var before = text[..start].TrimEnd();
        foreach (var declaration in Declarations)
        {
            if (before.EndsWith(declaration))
            {
                return word;
            }
        }

        return "";
    }

    private static bool IsOfName(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '$';
}
