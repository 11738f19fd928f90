using Warder.Syntax;

namespace Warder.Pipelines.Scripts.Files;

/// <summary>Package managers' ways to the environment: <c>${X}</c>, Maven's <c>${env.X}</c>, NuGet's <c>%X%</c>.</summary>
internal static class PackageConfigurationReads
{
    public static void Find(ReadCollector collector)
    {
        var text = collector.Text;
        var isMarkup = collector.Source.Path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
            || collector.Source.Path.EndsWith(".config", StringComparison.OrdinalIgnoreCase);
        var at = 0;
        while (at < text.Length)
        {
            var c = text[at];
            if (isMarkup && c == '<' && string.CompareOrdinal(text, at, "<!--", 0, 4) == 0)
            {
                var close = text.IndexOf("-->", at, StringComparison.Ordinal);
                at = close < 0 ? text.Length : close + 3;
            }
            else if (!isMarkup && c is '#' or ';' && IsComment(text, at))
            {
                at = VariableSyntax.LineEnd(text, at);
            }
            else if (c == '$')
            {
                at = ReadDollar(collector, at);
            }
            else if (c == '%' && isMarkup)
            {
                at = ReadPercent(collector, at);
            }
            else
            {
                at++;
            }
        }
    }

    private static bool IsComment(string text, int at)
    {
        var isAfterBlank = at > 0 && text[at - 1] is ' ' or '\t';
        return at == 0 || text[at - 1] is '\n' or '\r' || (isAfterBlank && text[at] == '#');
    }

    private static int ReadDollar(ReadCollector collector, int at)
    {
        var text = collector.Text;
        if (string.CompareOrdinal(text, at, "${env.", 0, 6) != 0)
        {
            // Only the form with braces is a variable here.
            return at + 1 < text.Length && text[at + 1] == '{' ? DollarReference.Read(collector, at, VariableSyntax.LineEnd(text, at)) : at + 1;
        }

        var name = at + 6;
        var end = VariableSyntax.End(text, name);
        if (end > name && end < text.Length && text[end] == '}')
        {
            collector.Add(text[name..end], TextSpan.FromBounds(at, end + 1));
        }

        return end;
    }

    private static int ReadPercent(ReadCollector collector, int at)
    {
        var text = collector.Text;
        var end = VariableSyntax.End(text, at + 1);
        if (end == at + 1 || end >= text.Length || text[end] != '%')
        {
            return at + 1;
        }

        collector.Add(text[(at + 1)..end], TextSpan.FromBounds(at, end + 1));
        return end + 1;
    }
}
