using Warder.Syntax;

namespace Warder.Pipelines.Scripts.Files;

/// <summary>Make's ways to the environment: <c>$(X)</c>, <c>${X}</c>, and <c>$$X</c> in recipes.</summary>
internal static class MakeReads
{
    public static void Find(ReadCollector collector)
    {
        var text = collector.Text;
        for (var start = 0; start < text.Length; start++)
        {
            var end = VariableSyntax.LineEnd(text, start);
            FindLine(collector, start, end);
            start = end;
        }
    }

    private static void FindLine(ReadCollector collector, int start, int end)
    {
        var text = collector.Text;
        var isRecipe = text[start] == '\t';
        for (var at = start; at < end; at++)
        {
            if (text[at] == '#' && (!isRecipe || at == start + 1 || text[at - 1] is ' ' or '\t') && (at == start || text[at - 1] != '\\'))
            {
                break;
            }

            if (text[at] == '$')
            {
                at = ReadAt(collector, at, end) - 1;
            }
        }

        if (!isRecipe)
        {
            NoteDirective(collector, start, end);
        }
    }

    private static int ReadAt(ReadCollector collector, int at, int end)
    {
        var text = collector.Text;
        var name = at + 1;
        var isShell = name < end && text[name] == '$';
        name += isShell ? 1 : 0;
        var open = name < end ? text[name] : '\0';
        var isBraced = open == '{' || (open == '(' && !isShell);
        name += isBraced ? 1 : 0;
        var nameEnd = Math.Min(end, VariableSyntax.End(text, name));
        if (nameEnd <= name || (!isBraced && !isShell))
        {
            return Math.Max(at + 1, isShell ? at + 2 : at + 1);
        }

        if (!isBraced)
        {
            collector.Add(text[name..nameEnd], TextSpan.FromBounds(at, nameEnd));
            return nameEnd;
        }

        var close = open == '(' ? ')' : '}';
        if (nameEnd < end && text[nameEnd] == close)
        {
            collector.Add(text[name..nameEnd], TextSpan.FromBounds(at, nameEnd + 1));
            return nameEnd + 1;
        }

        // $${X:-y} in a recipe and $(X:a=b); a blank behind the name means a function.
        if (nameEnd < end && text[nameEnd] is ':' or '-' or '?' or '+' or '%')
        {
            collector.Add(text[name..nameEnd], TextSpan.FromBounds(name, nameEnd));
        }

        return nameEnd;
    }

    private static void NoteDirective(ReadCollector collector, int start, int end)
    {
        var text = collector.Text;
        var at = VariableSyntax.SkipBlanks(text, start);
        var wordEnd = VariableSyntax.End(text, at);
        if (wordEnd == at || wordEnd > end)
        {
            return;
        }

        var word = text.AsSpan(at, wordEnd - at);
        var isExport = word is "export" or "override";
        if (isExport || word is "ifdef" or "ifndef")
        {
            at = VariableSyntax.SkipBlanks(text, wordEnd);
            wordEnd = Math.Min(end, VariableSyntax.End(text, at));
            if (wordEnd > at && !isExport)
            {
                collector.Add(text[at..wordEnd], TextSpan.FromBounds(at, wordEnd));
                return;
            }
        }

        var value = VariableSyntax.SkipBlanks(text, wordEnd);
        var isPlain = value < end && text[value] == '=';
        var isDirect = value + 1 < end && text[value] == ':' && text[value + 1] is '=' or ':';
        if (wordEnd > at && (isPlain || isDirect) && !text.AsSpan(value, end - value).Contains('$'))
        {
            collector.Own(text[at..wordEnd], at);
        }
    }
}
