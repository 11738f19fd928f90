using Warder.Syntax;

namespace Warder.Pipelines.Scripts.Files;

/// <summary>A Dockerfile's ways to what the build is given: <c>ARG</c>, <c>$X</c> and secret mounts.</summary>
internal static class DockerfileReads
{
    public static void Find(ReadCollector collector)
    {
        var text = collector.Text;
        var continues = false;
        for (var start = 0; start < text.Length; start++)
        {
            var end = VariableSyntax.LineEnd(text, start);
            var at = VariableSyntax.SkipBlanks(text, start);
            if (at < end && text[at] != '#')
            {
                var word = at;
                while (!continues && word < end && char.IsAsciiLetter(text[word]))
                {
                    word++;
                }

                FindInstruction(collector, text.AsSpan(at, word - at), word, end);
                continues = text.AsSpan(at, end - at).TrimEnd().EndsWith('\\');
            }

            start = end;
        }
    }

    private static void FindInstruction(ReadCollector collector, ReadOnlySpan<char> instruction, int at, int end)
    {
        if (instruction.Equals("ARG", StringComparison.OrdinalIgnoreCase))
        {
            FindArguments(collector, at, end);
        }
        else if (instruction.Equals("ENV", StringComparison.OrdinalIgnoreCase))
        {
            NoteSetting(collector, at, end);
        }

        FindReferences(collector, at, end);
    }

    // ARG A B=c
    private static void FindArguments(ReadCollector collector, int at, int end)
    {
        var text = collector.Text;
        while (at < end)
        {
            at = VariableSyntax.SkipBlanks(text, at);
            var nameEnd = Math.Min(end, VariableSyntax.End(text, at));
            if (nameEnd <= at)
            {
                return;
            }

            collector.Add(text[at..nameEnd], TextSpan.FromBounds(at, nameEnd), "ARG");
            while (nameEnd < end && text[nameEnd] is not (' ' or '\t'))
            {
                nameEnd++;
            }

            at = nameEnd;
        }
    }

    private static void NoteSetting(ReadCollector collector, int at, int end)
    {
        var text = collector.Text;
        at = VariableSyntax.SkipBlanks(text, at);
        var nameEnd = Math.Min(end, VariableSyntax.End(text, at));
        if (nameEnd > at && nameEnd < end && !text.AsSpan(nameEnd, end - nameEnd).Contains('$'))
        {
            collector.Own(text[at..nameEnd], at);
        }
    }

    private static void FindReferences(ReadCollector collector, int at, int end)
    {
        var text = collector.Text;
        while (at < end)
        {
            var c = text[at];
            if (c == '\\')
            {
                at += 2;
            }
            else if (c == '$')
            {
                at = DollarReference.Read(collector, at, end);
            }
            else if (c == '-' && text.AsSpan(at, end - at).StartsWith("--mount=type=secret,", StringComparison.Ordinal))
            {
                at = FindMount(collector, at, end);
            }
            else
            {
                at++;
            }
        }
    }

    // --mount=type=secret,id=npm_token,env=NPM_TOKEN: the id names the secret, else the variable does.
    private static int FindMount(ReadCollector collector, int at, int end)
    {
        var text = collector.Text;
        var close = at;
        while (close < end && text[close] is not (' ' or '\t'))
        {
            close++;
        }

        foreach (var key in (ReadOnlySpan<string>)[",id=", ",env="])
        {
            var found = text.IndexOf(key, at, close - at, StringComparison.Ordinal);
            var name = found + key.Length;
            var nameEnd = found < 0 ? name : Math.Min(close, VariableSyntax.End(text, name));
            if (found >= 0 && nameEnd > name && collector.IsToken(text[name..nameEnd].ToUpperInvariant()))
            {
                collector.Add(text[name..nameEnd].ToUpperInvariant(), TextSpan.FromBounds(name, nameEnd), "--mount=type=secret");
                break;
            }
        }

        return close;
    }
}
