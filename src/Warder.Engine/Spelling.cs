using System.Numerics;

namespace Warder.Engine;

/// <summary>Finds the known word that somebody probably meant.</summary>
public static class Spelling
{
    /// <summary>How many letters may differ at most.</summary>
    public const int MostChanges = 3;

    private const int MaxLength = 64;

    /// <summary>The known word nearest to the one written, compared without case; null where none is near.</summary>
    public static string? Nearest(string written, IEnumerable<string> known)
    {
        string? best = null;
        var bestDistance = int.MaxValue;
        foreach (var word in known)
        {
            // A word is at least as far away as it is longer or shorter.
            var tolerance = Math.Min(Tolerance(written, word), bestDistance - 1);
            if (Math.Abs(written.Length - word.Length) <= tolerance && Distance(written, word, tolerance) is var distance && distance <= tolerance)
            {
                best = word;
                bestDistance = distance;
            }
        }

        return best;
    }

    /// <summary>
    /// How many letters must be changed, left out, added or swapped with their neighbour to get from one word to the other;
    /// case counts for nothing, and <c>-</c>, <c>_</c> and blank are one letter.
    /// </summary>
    public static int Distance(string left, string right) => Distance(left, right, MaxLength);

    /// <summary>The distance where it is at most the limit; otherwise some number above the limit, found sooner.</summary>
    private static int Distance(string left, string right, int limit)
    {
        if (left.Length > MaxLength || right.Length > MaxLength)
        {
            return string.Equals(left, right, StringComparison.OrdinalIgnoreCase) ? 0 : MaxLength;
        }

        if (LeastDistance(left, right) > limit)
        {
            return limit + 1;
        }

        Span<int> before = stackalloc int[right.Length + 1];
        Span<int> above = stackalloc int[right.Length + 1];
        Span<int> row = stackalloc int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            above[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            var nearest = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = Fold(left[i - 1]) == Fold(right[j - 1]) ? 0 : 1;
                var least = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + cost);
                if (i > 1 && j > 1 && Fold(left[i - 1]) == Fold(right[j - 2]) && Fold(left[i - 2]) == Fold(right[j - 1]))
                {
                    least = Math.Min(least, before[j - 2] + 1);
                }

                row[j] = least;
                nearest = Math.Min(nearest, least);
            }

            // No later row can come nearer than this one and the one before it, which a swap may reach over.
            if (nearest > limit + 1)
            {
                return nearest;
            }

            var spent = before;
            before = above;
            above = row;
            row = spent;
        }

        return above[right.Length];
    }

    /// <summary>A distance that costs little to know: a letter that the other word lacks must be changed, left out or added.</summary>
    private static int LeastDistance(string left, string right)
    {
        var (ofLeft, ofRight) = (Letters(left), Letters(right));
        return Math.Max(BitOperations.PopCount(ofLeft & ~ofRight), BitOperations.PopCount(ofRight & ~ofLeft));
    }

    /// <summary>A bit for each letter of a word; several share one.</summary>
    private static ulong Letters(string word)
    {
        var letters = 0UL;
        foreach (var c in word)
        {
            letters |= 1UL << (Fold(c) & 63);
        }

        return letters;
    }

    private static int Tolerance(string written, string known) => Math.Min(written.Length, known.Length) switch
    {
        <= 3 => 0,
        <= 5 => 1,
        <= 11 => 2,
        _ => MostChanges,
    };

    private static char Fold(char c) => c is '_' or ' ' ? '-' : char.ToLowerInvariant(c);
}
