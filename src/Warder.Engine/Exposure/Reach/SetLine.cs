namespace Warder.Engine.Exposure.Reach;

/// <summary>A line of a script that gives a name a value, as <c>name=value</c>.</summary>
/// <param name="Start">Where the name starts in the script.</param>
/// <param name="End">Where the line ends.</param>
/// <param name="Value">The value with its quotes, without the file that it is written to.</param>
internal sealed record SetLine(int Start, int End, string Value)
{
    private static readonly char[] Computing = ['$', '`'];

    /// <summary>Whether the script computes the value.</summary>
    public bool IsComputed => Value.IndexOfAny(Computing) >= 0;

    /// <summary>The variables in it, by their whole names.</summary>
    public IEnumerable<string> Variables
    {
        get
        {
            for (var at = Value.IndexOf('$', StringComparison.Ordinal); at >= 0; at = Value.IndexOf('$', at + 1))
            {
                if (NameAt(at) is { Length: > 0 } name)
                {
                    yield return name;
                }
            }
        }
    }

    /// <summary>The one variable that is the whole value; null where it is another thing.</summary>
    public string? Whole
    {
        get
        {
            var value = Value.Trim().Trim('"', '\'');
            return Variables.FirstOrDefault() is { } name && (value == '$' + name || value == "${" + name + "}" || value == "$env:" + name) ? name : null;
        }
    }

    /// <summary>The lines of a script that set a name, in order; one line counts once.</summary>
    /// <param name="script">The script.</param>
    /// <param name="name">The name.</param>
    /// <param name="file">What a line must hold as well: the file that it writes to; null where any line will do.</param>
    public static IReadOnlyList<SetLine> In(string script, string name, string? file = null)
    {
        var lines = new List<SetLine>();
        for (var start = Find(script, name, 0); start >= 0;)
        {
            var end = script.IndexOf('\n', start);
            end = end < 0 ? script.Length : end;
            var value = script[(start + name.Length + 1)..end];
            var written = value.LastIndexOf(">>", StringComparison.Ordinal);
            if (file is null || value.Contains(file, StringComparison.Ordinal))
            {
                lines.Add(new SetLine(start, end, written < 0 ? value : value[..written]));
            }

            start = Find(script, name, end);
        }

        return lines;
    }

    /// <summary>Whether a script gives a variable a value, other than in a text in quotes.</summary>
    public static bool Assigns(string script, string name)
    {
        var start = Find(script, name, 0);
        while (start > 0 && (script[start - 1] is '"' or '\''))
        {
            start = Find(script, name, start + 1);
        }

        return start >= 0;
    }

    private static int Find(string script, string name, int from)
    {
        var sought = name + "=";
        var start = script.IndexOf(sought, from, StringComparison.Ordinal);
        while (start > 0 && (char.IsAsciiLetterOrDigit(script[start - 1]) || script[start - 1] is '_' or '-'))
        {
            start = script.IndexOf(sought, start + 1, StringComparison.Ordinal);
        }

        return start;
    }

    private string NameAt(int dollar)
    {
        var start = dollar + 1;
        if (start < Value.Length && Value[start] == '{')
        {
            start++;
        }

        if (Value.AsSpan(start).StartsWith("env:", StringComparison.OrdinalIgnoreCase))
        {
            start += "env:".Length;
        }

        var end = start;
        while (end < Value.Length && (char.IsAsciiLetterOrDigit(Value[end]) || Value[end] == '_'))
        {
            end++;
        }

        return Value[start..end];
    }
}
