namespace Warder.Pipelines.Documents;

/// <summary>Reads from a sentence what it says of a token that it names.</summary>
internal static class StanceReader
{
    /// <summary>The stance of a sentence towards what stands at a range of it.</summary>
    public static MentionStance Of(ReadOnlySpan<char> sentence, int start, int end)
    {
        var before = Before(sentence[..start]);
        if (before == MentionStance.Forbids || (before == MentionStance.Neutral && sentence[..start].ContainsAny(StanceWords.BadMark)))
        {
            return MentionStance.Forbids;
        }

        var behind = Behind(sentence[end..]);
        if (behind.ContainsAny(StanceWords.NegativeBehind))
        {
            return MentionStance.Forbids;
        }

        return before == MentionStance.Neutral && behind.ContainsAny(StanceWords.PositiveBehind) ? MentionStance.Advises : before;
    }

    /// <summary>What a sentence says of what comes after it, as the words before a list or an example do.</summary>
    public static MentionStance OfIntroduction(ReadOnlySpan<char> sentence)
    {
        var stance = Before(sentence);
        if (stance == MentionStance.Advises && sentence.ContainsAny(StanceWords.NegativeBehind))
        {
            return sentence.Contains("instead", StringComparison.OrdinalIgnoreCase) ? stance : MentionStance.Forbids;
        }

        return stance == MentionStance.Neutral && sentence.ContainsAny(StanceWords.BadExample) ? MentionStance.Forbids : stance;
    }

    // Walks the words up to the mention; the last word that forbids or advises counts, but "use" behind "never" does not undo it
    // unless something was named in between.
    private static MentionStance Before(ReadOnlySpan<char> text)
    {
        var stance = MentionStance.Neutral;
        var namedSince = false;
        var wordsSince = 0;
        var afterComma = false;
        Span<char> buffer = stackalloc char[24];
        Span<char> nextBuffer = stackalloc char[24];
        var at = 0;
        while (NextWord(text, ref at, out var word, out var gap))
        {
            if (IsBoundary(gap))
            {
                (stance, namedSince) = (MentionStance.Neutral, false);
            }

            afterComma = gap.Contains(',');
            wordsSince++;
            if (word.Length > 24 || IsCapitalName(word))
            {
                namedSince |= word.Contains('_') || word.Length > 24;
                continue;
            }

            var lower = buffer[..word.ToLowerInvariant(buffer)];
            var peek = at;
            var next = NextWord(text, ref peek, out var following, out _) && following.Length <= 24
                ? nextBuffer[..following.ToLowerInvariant(nextBuffer)]
                : [];
            if (lower is "but" or "otherwise" or "then")
            {
                (stance, namedSince) = (MentionStance.Neutral, false);
            }
            else if (StanceWords.IsNegative(lower, next))
            {
                (stance, namedSince, wordsSince) = (MentionStance.Forbids, false, 0);
            }
            else if (StanceWords.IsReversal(lower) && stance == MentionStance.Forbids)
            {
                stance = MentionStance.Neutral;
            }
            else if (StanceWords.IsPositive(lower) && (stance != MentionStance.Forbids || namedSince || (afterComma && wordsSince > 3)))
            {
                stance = MentionStance.Advises;
            }
        }

        return at < text.Length || !IsBoundary(Tail(text)) ? stance : MentionStance.Neutral;
    }

    private static ReadOnlySpan<char> Tail(ReadOnlySpan<char> text)
    {
        var last = text.LastIndexOfAnyExcept(" \t\r\n`*\"'($".AsSpan());
        return last < 0 ? [] : text[last..];
    }

    private static bool IsBoundary(ReadOnlySpan<char> gap) =>
        gap.ContainsAny(";—–→|")
        || gap.Contains(" - ", StringComparison.Ordinal)
        || gap.Contains("->", StringComparison.Ordinal)
        || gap.Contains("=>", StringComparison.Ordinal);

    private static bool NextWord(ReadOnlySpan<char> text, ref int at, out ReadOnlySpan<char> word, out ReadOnlySpan<char> gap)
    {
        var gapStart = at;
        while (at < text.Length && !char.IsLetterOrDigit(text[at]) && text[at] != '_')
        {
            at++;
        }

        gap = text[gapStart..at];
        var start = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_' || (text[at] is '\'' or '’' && at > start && at + 1 < text.Length && char.IsLetter(text[at + 1]))))
        {
            at++;
        }

        word = text[start..at];
        return word.Length > 0;
    }

    private static bool IsCapitalName(ReadOnlySpan<char> word) => word.Contains('_') && !word.ContainsAnyInRange('a', 'z');

    // Up to the next clause or the next name that is not merely listed together with this one.
    private static ReadOnlySpan<char> Behind(ReadOnlySpan<char> text)
    {
        var at = 0;
        var end = text.Length;
        var isListed = true;
        while (NextWord(text, ref at, out var word, out var gap))
        {
            var wordStart = at - word.Length;
            if (gap.ContainsAny(";→"))
            {
                end = wordStart;
                break;
            }

            if (IsCapitalName(word))
            {
                if (!isListed)
                {
                    end = wordStart;
                    break;
                }
            }
            else if (word is "but" || (gap.Contains(',') && StanceWords.IsPositive(word)))
            {
                end = wordStart;
                break;
            }
            else
            {
                isListed &= word is "and" or "or" or "nor" or "as" or "secrets" or "the";
            }
        }

        return text[..Math.Min(end, text.Length)];
    }
}
