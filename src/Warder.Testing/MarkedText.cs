using Warder.Syntax;

namespace Warder.Testing;

/// <summary>A text with drawn ranges: <c>[|here|]</c>.</summary>
public sealed class MarkedText
{
    private const string Open = "[|";
    private const string Close = "|]";

    private MarkedText(string text, IReadOnlyList<TextSpan> spans)
    {
        Text = text;
        Spans = spans;
    }

    /// <summary>The text without the marks.</summary>
    public string Text { get; }

    /// <summary>The ranges in order.</summary>
    public IReadOnlyList<TextSpan> Spans { get; }

    /// <summary>Takes the marks out of a text.</summary>
    public static MarkedText Parse(string marked)
    {
        var spans = new List<TextSpan>();
        var text = new System.Text.StringBuilder(marked.Length);
        var at = 0;
        while (marked.IndexOf(Open, at, StringComparison.Ordinal) is >= 0 and var open)
        {
            var close = marked.IndexOf(Close, open, StringComparison.Ordinal);
            if (close < 0)
            {
                throw new FormatException("A mark is not closed: " + marked[open..]);
            }

            text.Append(marked, at, open - at);
            spans.Add(new TextSpan(text.Length, close - open - Open.Length));
            text.Append(marked, open + Open.Length, close - open - Open.Length);
            at = close + Close.Length;
        }

        text.Append(marked, at, marked.Length - at);
        return new MarkedText(text.ToString(), spans);
    }
}
