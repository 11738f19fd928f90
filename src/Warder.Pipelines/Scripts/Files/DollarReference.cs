using Warder.Syntax;

namespace Warder.Pipelines.Scripts.Files;

/// <summary>Reads <c>$X</c>, <c>${X}</c> and <c>${X:-y}</c> in files that are no shell scripts.</summary>
internal static class DollarReference
{
    private const int MaxDepth = 16;

    /// <summary>Reads the reference at a dollar sign; gives the offset after what was read.</summary>
    public static int Read(ReadCollector collector, int at, int end)
    {
        Read(collector, at, end, depth: 0, out var next);
        return next;
    }

    private static EnvironmentRead? Read(ReadCollector collector, int at, int end, int depth, out int next)
    {
        var text = collector.Text;
        next = at + 1;
        if (next < end && text[next] == '$')
        {
            next++;
            return null;
        }

        var isBraced = next < end && text[next] == '{';
        var name = next + (isBraced ? 1 : 0);
        var nameEnd = Math.Min(end, VariableSyntax.End(text, name));
        if (nameEnd <= name)
        {
            return null;
        }

        next = nameEnd;
        if (!isBraced)
        {
            return collector.Add(text[name..nameEnd], TextSpan.FromBounds(at, nameEnd));
        }

        if (nameEnd < end && text[nameEnd] == '}')
        {
            next = nameEnd + 1;
            return collector.Add(text[name..nameEnd], TextSpan.FromBounds(at, next));
        }

        if (nameEnd >= end || text[nameEnd] is not (':' or '-' or '?' or '+'))
        {
            return null;
        }

        var read = collector.Add(text[name..nameEnd], TextSpan.FromBounds(name, nameEnd));
        var argument = nameEnd + (nameEnd + 1 < end && text[nameEnd] == ':' ? 2 : 1);
        if (text[argument - 1] == '-' && argument < end)
        {
            ReadDefault(collector, read, argument, end, depth, ref next);
        }

        return read;
    }

    private static void ReadDefault(ReadCollector collector, EnvironmentRead read, int argument, int end, int depth, ref int next)
    {
        var text = collector.Text;
        if (text[argument] == '$' && depth < MaxDepth)
        {
            if (Read(collector, argument, end, depth + 1, out next) is { } other)
            {
                read.FallBackTo(other);
            }

            return;
        }

        var close = text.IndexOf('}', argument, end - argument);
        if (close > argument)
        {
            read.Rest = TextSpan.FromBounds(argument, close);
            read.IsRestLiteral = true;
            next = close;
        }
    }
}
