using System.Text;

namespace Warder.Engine.Permissions.Programs;

/// <summary>Finds the import statements of a program in Python, line by line; what stands in a text like one is taken for one.</summary>
internal static class PythonImports
{
    private const int MaxLines = 400;

    /// <summary>The statements, each with the lines on which it goes on and without comments; null where one of them does not end.</summary>
    /// <param name="code">The program.</param>
    public static IReadOnlyList<string>? Of(string code)
    {
        var found = new List<string>();
        for (var at = 0; code.AsSpan(at).IndexOf("import") is >= 0 and var ahead;)
        {
            // The lines before hold none.
            at += code.AsSpan(at, ahead).LastIndexOf('\n') + 1;
            var line = Line(code, ref at);
            if (!line.Contains("import", StringComparison.Ordinal))
            {
                continue;
            }

            foreach (var range in line.Split(';'))
            {
                var statement = Statement(line[range]);
                if (statement.Length == 0)
                {
                    continue;
                }

                var whole = new StringBuilder().Append(statement);
                var isBracket = IsOpen(statement, isOpen: false);
                var isOpen = isBracket || statement is [.., '\\'];
                for (var lines = 0; isOpen; lines++)
                {
                    if (at >= code.Length || lines == MaxLines)
                    {
                        return null;
                    }

                    var next = Line(code, ref at);
                    whole.Append(' ').Append(next);
                    isBracket = IsOpen(next, isBracket);
                    isOpen = isBracket || next is [.., '\\'];
                }

                found.Add(whole.ToString());
            }
        }

        return found;
    }

    /// <summary>One line without its comment; moves behind it.</summary>
    private static ReadOnlySpan<char> Line(string code, ref int at)
    {
        var rest = code.AsSpan(at);
        var end = rest.IndexOf('\n');
        var line = end < 0 ? rest : rest[..end];
        at += end < 0 ? rest.Length : end + 1;
        return (line.IndexOf('#') is >= 0 and var comment ? line[..comment] : line).Trim();
    }

    /// <summary>The import in a statement: alone, or behind <c>try:</c>; empty where there is none.</summary>
    private static ReadOnlySpan<char> Statement(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        while (!Starts(text))
        {
            var colon = text.IndexOf(':');
            if (colon < 0)
            {
                return [];
            }

            text = text[(colon + 1)..].TrimStart();
        }

        return text;
    }

    private static bool Starts(ReadOnlySpan<char> text) => (text.StartsWith("import") && text.Length > 6 && (char.IsWhiteSpace(text[6]) || text[6] == '\\'))
        || (text.StartsWith("from") && text.Length > 4 && (char.IsWhiteSpace(text[4]) || text[4] == '.'));

    private static bool IsOpen(ReadOnlySpan<char> line, bool isOpen) => line.LastIndexOf('(') is var open && line.LastIndexOf(')') is var close && open == close ? isOpen : open > close;
}
