namespace Warder.Engine.Exposure.Formats;

/// <summary>
/// The shape of a token: parts one after another, each as long as it can be. There is no going back, so matching takes
/// time in proportion to the length; a part must not eat what the next one needs.
/// </summary>
internal sealed class BytePattern
{
    private readonly PatternPart[] _parts;

    public BytePattern(PatternPart[] parts)
    {
        _parts = parts;
        Alphabet = parts.Aggregate(default(ByteSet), (all, part) => all | part.Set);
        LiteralPrefix = Prefix(parts);
    }

    /// <summary>The parts in order.</summary>
    public IReadOnlyList<PatternPart> Parts => _parts;

    /// <summary>Every byte that can stand in it.</summary>
    public ByteSet Alphabet { get; }

    /// <summary>The fewest bytes it can have.</summary>
    public int MinLength => _parts.Sum(p => p.Min);

    /// <summary>What each token of the shape begins with.</summary>
    public string LiteralPrefix { get; }

    /// <summary>How many bytes from an offset have the shape; -1 for none. The byte behind them continues no word.</summary>
    public int Match(ReadOnlySpan<byte> text, int start)
    {
        var at = start;
        foreach (var part in _parts)
        {
            var end = Math.Min(text.Length, at + part.Max);
            var from = at;
            while (at < end && part.Set.Contains(text[at]))
            {
                at++;
            }

            if (at - from < part.Min)
            {
                return -1;
            }
        }

        var last = _parts[^1];
        return at < text.Length && (ByteSet.Word.Contains(text[at]) || last.Set.Contains(text[at])) ? -1 : at - start;
    }

    private static string Prefix(PatternPart[] parts)
    {
        var length = 0;
        foreach (var part in parts)
        {
            if (part.Set.Count != 1 || part.Min != part.Max)
            {
                break;
            }

            length += part.Min;
        }

        return string.Create(length, parts, static (prefix, parts) =>
        {
            foreach (var part in parts)
            {
                if (prefix.IsEmpty)
                {
                    break;
                }

                prefix[..part.Min].Fill((char)part.Set.First);
                prefix = prefix[part.Min..];
            }
        });
    }
}
