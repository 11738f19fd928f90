namespace Warder.Pipelines.GitHub.Reading;

/// <summary>Names commands of PowerShell and the Windows command processor, line by line.</summary>
internal static class LineCommand
{
    /// <summary>The command whose words hold an offset; null where the line begins with something else.</summary>
    public static string? Find(string text, int offset)
    {
        var start = text.LastIndexOf('\n', Math.Max(offset - 1, 0)) + 1;
        if (start > offset)
        {
            return null;
        }

        var quote = '\0';
        for (var i = start; i < offset; i++)
        {
            var c = text[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
            else if (c is '|' or ';' or '&')
            {
                start = i + 1;
            }
        }

        return ReadCommand(text, start, offset, out _);
    }

    /// <summary>The first command of each line with its first argument and its place.</summary>
    public static IEnumerable<(string Command, string Verb, int Offset)> All(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (ReadCommand(text, start, end, out var at) is { } command)
            {
                var rest = text.AsSpan(at + command.Length, Math.Max(0, end - at - command.Length)).TrimStart();
                var space = rest.IndexOfAny(" \t\r");
                yield return (command, (space < 0 ? rest : rest[..space]).ToString(), at);
            }

            start = end + 1;
        }
    }

    private static string? ReadCommand(string text, int start, int end, out int at)
    {
        at = start;
        while (at < end && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        // "$x = command" runs the command.
        if (at < end && text[at] == '$')
        {
            var sign = text.AsSpan(at, end - at).IndexOf('=');
            var name = sign < 0 ? default : text.AsSpan(at + 1, sign - 1).Trim();
            if (name.IsEmpty || name.ContainsAny(" \t(\"'"))
            {
                return null;
            }

            at += sign + 1;
            while (at < end && (char.IsWhiteSpace(text[at]) || text[at] is '(' or '@'))
            {
                at++;
            }
        }

        var stop = at;
        while (stop < end && (char.IsAsciiLetterOrDigit(text[stop]) || text[stop] is '-' or '_' or '.' or '/' or '\\'))
        {
            stop++;
        }

        return stop > at && char.IsAsciiLetter(text[at]) ? text[at..stop] : null;
    }
}
