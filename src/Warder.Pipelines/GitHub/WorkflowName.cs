using System.Text;

namespace Warder.Pipelines.GitHub;

/// <summary>Reads the name that a workflow gives itself without reading the workflow.</summary>
public static class WorkflowName
{

    /// <summary>The name; empty where there is none; null where only a YAML reader can tell.</summary>
    /// <param name="text">The file, in UTF-8.</param>
    public static string? Glance(ReadOnlySpan<byte> text)
    {
        text = text.StartsWith(Mark) ? text[Mark.Length..] : text;
        foreach (var range in text.Split((byte)'\n'))
        {
            var line = text[range].TrimEnd(" \t\r"u8);
            if (line.IsEmpty || line[0] is (byte)' ' or (byte)'#')
            {
                continue;
            }

            if (!char.IsAsciiLetter((char)line[0]))
            {
                return null;
            }

            if (line.StartsWith(Key) && !(line.Length > Key.Length && char.IsAsciiLetterOrDigit((char)line[Key.Length])))
            {
                return line.Length > Key.Length + 1 && line[Key.Length] == ':' && line[Key.Length + 1] == ' ' && !IsContinued(text[range.End.Value..])
                    ? ValueOf(Encoding.UTF8.GetString(line[(Key.Length + 1)..]).AsSpan().Trim())
                    : null;
            }
        }

        return "";
    }

    private static ReadOnlySpan<byte> Key => "name"u8;

    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    private static bool IsContinued(ReadOnlySpan<byte> rest)
    {
        var next = rest.TrimStart("\r\n"u8);
        return !next.IsEmpty && next[0] is (byte)' ' or (byte)'\t';
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
