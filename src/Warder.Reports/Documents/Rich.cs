using System.Globalization;
using System.Runtime.CompilerServices;

namespace Warder.Reports.Documents;

/// <summary>A line of a document. An interpolated string becomes one: its own words and what is put into it stay apart and plain.</summary>
[InterpolatedStringHandler]
internal sealed class Rich
{
    private readonly List<Inline> _parts;

    public Rich()
        : this(0, 0)
    {
    }

    public Rich(int literalLength, int formattedCount) => _parts = new List<Inline>(literalLength > 0 ? formattedCount + 1 : formattedCount);

    public IReadOnlyList<Inline> Parts => _parts;

    public static implicit operator Rich(string text) => Of(new Inline.Words(text));

    public static implicit operator Rich(Inline part) => Of(part);

    public static Rich Of(Inline part)
    {
        var rich = new Rich();
        rich._parts.Add(part);
        return rich;
    }

    public static Rich Join(string separator, IEnumerable<Rich> items)
    {
        var all = new Rich();
        foreach (var item in items)
        {
            if (all._parts.Count > 0)
            {
                all.AppendLiteral(separator);
            }

            all.AppendFormatted(item);
        }

        return all;
    }

    public void AppendLiteral(string text) => _parts.Add(new Inline.Words(text));

    public void AppendFormatted(string? text) => _parts.Add(new Inline.Words(text ?? ""));

    public void AppendFormatted(int number) => _parts.Add(new Inline.Words(number.ToString(CultureInfo.InvariantCulture)));

    public void AppendFormatted(Inline part) => _parts.Add(part);

    public void AppendFormatted(Rich rich) => _parts.AddRange(rich._parts);

    /// <inheritdoc/>
    public override string ToString() => throw new InvalidOperationException("A line of a document is written by a writer, not as a string.");
}
