using Warder.Syntax;

namespace Warder.Pipelines.Scripts.Shells;

/// <summary>The Windows command processor's ways to the environment: <c>%X%</c> and <c>!X!</c>.</summary>
internal static class CommandReads
{
    public static void Find(ReadCollector collector)
    {
        var text = collector.Text;
        for (var start = 0; start < text.Length; start++)
        {
            var end = VariableSyntax.LineEnd(text, start);
            var line = text.AsSpan(start, end - start).TrimStart(" \t@(");
            if (!IsComment(line))
            {
                FindLine(collector, start, end);
                NoteWrite(collector, line, end);
            }

            start = end;
        }
    }

    private static bool IsComment(ReadOnlySpan<char> line) =>
        line.StartsWith("::", StringComparison.Ordinal)
        || (line.StartsWith("rem", StringComparison.OrdinalIgnoreCase) && (line.Length == 3 || line[3] is ' ' or '\t'));

    private static void FindLine(ReadCollector collector, int start, int end)
    {
        var text = collector.Text;
        for (var at = start; at < end; at++)
        {
            var mark = text[at];
            if (mark is not ('%' or '!'))
            {
                continue;
            }

            var name = at + 1;
            var nameEnd = Math.Min(end, VariableSyntax.End(text, name));
            if (nameEnd == name || nameEnd >= end || (text[nameEnd] != mark && text[nameEnd] != ':'))
            {
                continue;
            }

            // %X:~0,4% and %X:a=b% read a part.
            var close = text.IndexOf(mark, nameEnd, end - nameEnd);
            if (close >= 0)
            {
                collector.Add(text[name..nameEnd], TextSpan.FromBounds(at, close + 1));
                at = close;
            }
        }
    }

    private static void NoteWrite(ReadCollector collector, ReadOnlySpan<char> line, int end)
    {
        if (line.Length < 5 || !line.StartsWith("set", StringComparison.OrdinalIgnoreCase) || line[3] is not (' ' or '\t'))
        {
            return;
        }

        var rest = line[4..].TrimStart(" \t\"");
        var nameEnd = VariableSyntax.End(rest, 0);
        if (nameEnd > 0 && nameEnd < rest.Length && rest[nameEnd] == '=' && !rest.ContainsAny('%', '!'))
        {
            collector.Own(rest[..nameEnd].ToString(), end);
        }
    }
}
