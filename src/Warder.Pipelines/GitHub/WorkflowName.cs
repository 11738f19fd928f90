namespace Warder.Pipelines.GitHub;

/// <summary>Reads the name that a workflow gives itself without reading the workflow.</summary>
public static class WorkflowName
{
    private const string Key = "name";

    /// <summary>The name; empty where there is none; null where only a YAML reader can tell.</summary>
    public static string? Glance(ReadOnlySpan<char> text)
    {
        foreach (var range in text.Split('\n'))
        {
            var line = text[range].TrimEnd();
            if (line.IsEmpty || line[0] is ' ' or '#')
            {
                continue;
            }

            if (!char.IsAsciiLetter(line[0]))
            {
                return null;
            }

            if (line.StartsWith(Key, StringComparison.Ordinal) && !(line.Length > Key.Length && char.IsAsciiLetterOrDigit(line[Key.Length])))
            {
                return line.Length > Key.Length + 1 && line[Key.Length] == ':' && line[Key.Length + 1] == ' ' && !IsContinued(text[range.End.Value..])
                    ? ValueOf(line[(Key.Length + 1)..].Trim())
                    : null;
            }
        }

        return "";
    }

    private static bool IsContinued(ReadOnlySpan<char> rest)
    {
        var next = rest.TrimStart("\r\n");
        return !next.IsEmpty && next[0] is ' ' or '\t';
    }

    private static string? ValueOf(ReadOnlySpan<char> value)
    {
        if (value is ['"' or '\'', .., _] && value[^1] == value[0])
        {
            var inner = value[1..^1];
            return inner.IndexOfAny('"', '\'', '\\') < 0 ? inner.ToString() : null;
        }

        // A number or a word such as true is a name as it is written.
        return value.Length > 0 && char.IsLetterOrDigit(value[0]) && value[^1] != ':' && !value.Contains(": ", StringComparison.Ordinal) && !value.Contains(" #", StringComparison.Ordinal)
            ? value.ToString()
            : null;
    }
}
