using System.Runtime.InteropServices;
using Warder.Engine.Exposure.Formats;

namespace Warder.Engine.Exposure.Search;

/// <summary>Chooses the words by which each format is found: three bytes at a fixed place, as rare as can be in ordinary text.</summary>
internal sealed class AnchorChooser
{
    private const int MaxWords = 128;
    private const string CommonLetters = "etaoinsrhldcumfpgwybvkxqjz";
    private const int EncodedWords = 3;
    private static readonly double[] Weights = [.. Enumerable.Range(0, 128).Select(c => WeightOf((char)c))];
    private static readonly Lazy<(AnchorSearch Search, IReadOnlyList<Anchor> Anchors)> Common = new(() => Choose(FormatCatalogue.All));

    // One list for the sets of every pattern in turn: this runs at the start of every command.
    private readonly List<ByteSet> _sets = [];
    private readonly List<Anchor> _anchors = [];
    private readonly Dictionary<int, int[]> _words = [];

    private AnchorChooser()
    {
    }

    /// <summary>Whether a pattern has a place by which it can be found.</summary>
    public static bool CanFind(BytePattern pattern) => Best(new AnchorChooser().FixedSets(pattern)) is not null;

    /// <summary>The anchors of some formats by word; those of Warder's own are chosen once.</summary>
    public static (AnchorSearch Search, IReadOnlyList<Anchor> Anchors) For(IReadOnlyList<TokenFormat> formats) =>
        ReferenceEquals(formats, FormatCatalogue.All) ? Common.Value : Choose(formats);

    private static (AnchorSearch Search, IReadOnlyList<Anchor> Anchors) Choose(IReadOnlyList<TokenFormat> formats)
    {
        var chooser = new AnchorChooser();
        foreach (var format in formats)
        {
            foreach (var pattern in format.Patterns)
            {
                chooser.Add(format, pattern);
            }
        }

        return (new AnchorSearch(chooser._words), chooser._anchors);
    }

    private void Add(TokenFormat format, BytePattern pattern)
    {
        foreach (var keyword in format.Keywords)
        {
            var sets = keyword.Select(c => ByteSet.Of(char.ToLowerInvariant(c)) | ByteSet.Of(char.ToUpperInvariant(c))).ToArray();
            Add(new Anchor(format, pattern, Best(sets)!.Value.At, AnchorKind.Keyword, keyword), sets);
        }

        if (format.Keywords.Count > 0)
        {
            return;
        }

        var fixedSets = FixedSets(pattern);
        if (Best(fixedSets) is { } best)
        {
            Add(new Anchor(format, pattern, best.At, AnchorKind.Value), fixedSets);
        }

        if (format.IsSoughtEncoded && pattern.LiteralPrefix.Length >= AnchorSearch.Width)
        {
            foreach (var (offset, key) in Encoded(pattern.LiteralPrefix))
            {
                _anchors.Add(new Anchor(format, pattern, offset, AnchorKind.Encoded));
                Add(key);
            }
        }
    }

    /// <summary>An anchor with the words that may stand at its place in a text of these sets.</summary>
    private void Add(Anchor anchor, ReadOnlySpan<ByteSet> sets)
    {
        _anchors.Add(anchor);
        var window = sets.Slice(anchor.Offset, AnchorSearch.Width);
        Span<int> keys = stackalloc int[CountOf(window)];
        Words(window, keys);
        foreach (var key in keys)
        {
            Add(key);
        }
    }

    /// <summary>A word of the last anchor.</summary>
    private void Add(int key)
    {
        ref var places = ref CollectionsMarshal.GetValueRefOrAddDefault(_words, key, out _);
        places = [.. places ?? [], _anchors.Count - 1];
    }

    /// <summary>The words that a prefix makes in base64, by where in a group of three bytes it begins.</summary>
    private static IEnumerable<(int Offset, int Key)> Encoded(string prefix)
    {
        for (var shift = 0; shift < EncodedWords; shift++)
        {
            var bytes = new byte[shift + prefix.Length];
            System.Text.Encoding.ASCII.GetBytes(prefix, bytes.AsSpan(shift));
            var text = Convert.ToBase64String(bytes);

            // Only characters whose six bits all belong to the prefix are the same whatever stands around it.
            var first = ((shift * 8) + 5) / 6;
            var last = bytes.Length * 8 / 6;
            var at = Enumerable.Range(first, Math.Max(0, last - first - AnchorSearch.Width + 1)).MinBy(i => Commonness((byte)text[i], (byte)text[i + 1], (byte)text[i + 2]), null);
            if (last - first >= AnchorSearch.Width)
            {
                yield return (at, AnchorSearch.Key((byte)text[at], (byte)text[at + 1], (byte)text[at + 2]));
            }
        }
    }

    private static (int At, double Cost)? Best(ReadOnlySpan<ByteSet> sets)
    {
        // Some ten thousand windows: it allocates nothing.
        (int At, double Cost)? best = null;
        Span<int> keys = stackalloc int[MaxWords];
        for (var at = 0; at + AnchorSearch.Width <= sets.Length; at++)
        {
            var window = sets.Slice(at, AnchorSearch.Width);
            var count = CountOf(window);
            if (count is 0 or > MaxWords)
            {
                continue;
            }

            var cost = 0.0;
            Words(window, keys[..count]);
            foreach (var key in keys[..count])
            {
                cost += Commonness(key);
            }

            if (best is null || cost < best.Value.Cost)
            {
                best = (at, cost);
            }
        }

        return best;
    }

    /// <summary>The sets of a pattern's bytes as long as their places are fixed; until the next pattern is asked for.</summary>
    private ReadOnlySpan<ByteSet> FixedSets(BytePattern pattern)
    {
        _sets.Clear();
        foreach (var part in pattern.Parts)
        {
            for (var i = 0; i < part.Min; i++)
            {
                _sets.Add(part.Set);
            }

            if (part.Min != part.Max)
            {
                break;
            }
        }

        return CollectionsMarshal.AsSpan(_sets);
    }

    private static int CountOf(ReadOnlySpan<ByteSet> window) => window[0].Count * window[1].Count * window[2].Count;

    /// <summary>The words of three bytes that a window stands for, one for each way to choose them.</summary>
    private static void Words(ReadOnlySpan<ByteSet> window, Span<int> keys)
    {
        Span<byte> members = stackalloc byte[window[0].Count + window[1].Count + window[2].Count];
        var first = members[..window[0].Count];
        var second = members.Slice(first.Length, window[1].Count);
        var third = members[(first.Length + second.Length)..];
        window[0].CopyTo(first);
        window[1].CopyTo(second);
        window[2].CopyTo(third);
        var at = 0;
        foreach (var a in first)
        {
            foreach (var b in second)
            {
                foreach (var c in third)
                {
                    keys[at++] = AnchorSearch.Key(a, b, c);
                }
            }
        }
    }

    private static double Commonness(int key) => Commonness((byte)key, (byte)(key >> 8), (byte)(key >> 16));

    /// <summary>How often a word stands in source code, roughly, in no unit.</summary>
    private static double Commonness(byte first, byte second, byte third)
    {
        var product = Weights[first] * Weights[second] * Weights[third];
        return first == second && second == third ? product * 20 : product;
    }

    private static double WeightOf(char c) => c switch
    {
        >= 'a' and <= 'z' => Math.Max(0.4, 9 - (CommonLetters.IndexOf(c, StringComparison.Ordinal) * 0.4)),
        >= 'A' and <= 'Z' => 1.2,
        >= '0' and <= '9' => 1.5,
        '-' or '/' or ':' or '"' or '.' => 5,
        _ => 2.5,
    };
}
