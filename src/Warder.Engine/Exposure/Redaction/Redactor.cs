using System.Text;
using Warder.Engine.Exposure.Formats;

namespace Warder.Engine.Exposure.Redaction;

/// <summary>Hides token values in text. There is one way to hide them, and every output of Warder goes through it.</summary>
public sealed class Redactor
{
    /// <summary>What stands in place of what is hidden.</summary>
    public const string Mark = "***";

    private static readonly Lazy<Redactor> Shared = new(() => new Redactor(new SecretRanges(FormatCatalogue.All), spoken: false));
    private readonly bool _spoken;

    private Redactor(SecretRanges ranges, bool spoken)
    {
        Ranges = ranges;
        _spoken = spoken;
    }

    /// <summary>Hides values that are known by their looks; for Warder's own output. Made when first asked for.</summary>
    public static Redactor Known => Shared.Value;

    /// <summary>Hides values that are known by their looks.</summary>
    /// <param name="formats">The formats, the user's own among them.</param>
    public static Redactor ForOutput(IReadOnlyList<TokenFormat> formats) => new(new SecretRanges(formats), spoken: false);

    internal SecretRanges Ranges { get; }

    /// <summary>Hides values that are known by their looks or by the words before them; for the output of others.</summary>
    /// <param name="formats">The formats, the user's own among them.</param>
    public static Redactor ForText(IReadOnlyList<TokenFormat> formats) => new(new SecretRanges(formats), spoken: true);

    /// <summary>The text with every value hidden; the same text where there is none.</summary>
    public string Redact(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var ranges = Find(bytes);
        if (ranges.Count == 0 && text.IndexOf("-----BEGIN", StringComparison.Ordinal) < 0)
        {
            return text;
        }

        using var output = new MemoryStream();
        var redaction = new StreamRedaction(this, output);
        redaction.Write(bytes);
        redaction.Finish();
        return Encoding.UTF8.GetString(output.GetBuffer(), 0, (int)output.Length);
    }

    /// <summary>The ranges of whole lines to hide, in order, none touching another.</summary>
    internal List<SecretRange> Find(ReadOnlySpan<byte> text)
    {
        var ranges = new List<SecretRange>();
        Ranges.Find(text, ranges);
        if (!_spoken)
        {
            return ranges;
        }

        for (var start = 0; start < text.Length;)
        {
            var length = text[start..].IndexOf((byte)'\n') is >= 0 and var end ? end : text.Length - start;
            SpokenSecrets.Find(text.Slice(start, length), start, ranges);
            start += length + 1;
        }

        ranges.Sort((left, right) => left.Start != right.Start ? left.Start.CompareTo(right.Start) : right.End.CompareTo(left.End));
        var joined = new List<SecretRange>(ranges.Count);
        foreach (var range in ranges)
        {
            SecretRange.Add(joined, range);
        }

        return joined;
    }
}
