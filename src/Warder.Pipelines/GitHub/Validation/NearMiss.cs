namespace Warder.Pipelines.GitHub.Validation;

/// <summary>Finds the known word that a mistyped one was meant to be.</summary>
internal static class NearMiss
{
    private const int LongestWord = 40;

    /// <summary>The nearest word within a few edits, <c>_</c> and case aside; null where none is near.</summary>
    /// <param name="word">What is written.</param>
    /// <param name="words">What could be meant.</param>
    /// <param name="isClosed">Whether the platform is not expected to learn other words.</param>
    public static string? Find(string word, IEnumerable<string> words, bool isClosed = false)
    {
        if (word.Length is < 2 or > LongestWord)
        {
            return null;
        }

        var allowed = word.Length switch { <= 3 => 1, <= 8 => 2, _ => 3 };
        string? nearest = null;
        var best = allowed + 1;
        foreach (var candidate in words)
        {
            if (Math.Abs(candidate.Length - word.Length) >= best)
            {
                continue;
            }

            // People rarely mistype the first letter, and a new word of the platform ('blocked') may lie near an old one ('locked').
            if ((!isClosed && !Same(word[0], candidate[0])) || DifferInNumber(word, candidate))
            {
                continue;
            }

            // A short word must keep most of its letters: 'of' is not a mistyped 'on'.
            var distance = Distance(word, candidate);
            if (distance < best && distance * 2 < Math.Max(word.Length, candidate.Length))
            {
                best = distance;
                nearest = candidate;
            }
        }

        return nearest;
    }

    // 'node26' is a version to come and not a mistyped 'node16'.
    private static bool DifferInNumber(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var name = left.TrimEnd("0123456789");
        return name.Length < left.Length && name.SequenceEqual(right.TrimEnd("0123456789"));
    }

    private static int Distance(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        // The optimal string alignment distance: two letters that changed places count as one edit.
        Span<int> before = stackalloc int[LongestWord + 8];
        Span<int> last = stackalloc int[LongestWord + 8];
        Span<int> current = stackalloc int[LongestWord + 8];
        for (var j = 0; j <= right.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = Same(left[i - 1], right[j - 1]) ? 0 : 1;
                var value = Math.Min(Math.Min(current[j - 1] + 1, last[j] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && cost == 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                {
                    value = Math.Min(value, before[j - 2] + 1);
                }

                current[j] = value;
            }

            var spare = before;
            before = last;
            last = current;
            current = spare;
        }

        return last[right.Length];
    }

    private static bool Same(char left, char right) => Fold(left) == Fold(right);

    private static char Fold(char c) => c == '_' ? '-' : char.ToLowerInvariant(c);
}
