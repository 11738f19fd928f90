using System.Text;

namespace Warder.Syntax;

/// <summary>Puts edits into a text.</summary>
public static class TextEdits
{
    /// <summary>Applies all edits at once: their spans speak of the text as given, in any order; insertions at one place keep theirs.</summary>
    /// <exception cref="ArgumentException">Two edits overlap or one lies outside the text.</exception>
    public static string Apply(string text, IReadOnlyList<TextEdit> edits)
    {
        if (edits.Count == 0)
        {
            return text;
        }

        var result = new StringBuilder(text.Length + (16 * edits.Count));
        var at = 0;
        foreach (var edit in Sort(edits))
        {
            if (edit.Span.Start < 0 || edit.Span.Length < 0 || edit.Span.End > text.Length)
            {
                throw new ArgumentException($"The edit at {edit.Span} lies outside the text of {text.Length} characters.", nameof(edits));
            }

            if (edit.Span.Start < at)
            {
                throw new ArgumentException($"The edit at {edit.Span} overlaps the one before it.", nameof(edits));
            }

            result.Append(text, at, edit.Span.Start - at).Append(edit.Replacement);
            at = edit.Span.End;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }

    // By start, insertions first, then as given: an insertion sort is stable and the lists are short and mostly in order.
    private static TextEdit[] Sort(IReadOnlyList<TextEdit> edits)
    {
        var sorted = new TextEdit[edits.Count];
        for (var i = 0; i < sorted.Length; i++)
        {
            var edit = edits[i];
            var place = i;
            while (place > 0 && IsAfter(sorted[place - 1].Span, edit.Span))
            {
                sorted[place] = sorted[place - 1];
                place--;
            }

            sorted[place] = edit;
        }

        return sorted;
    }

    private static bool IsAfter(TextSpan left, TextSpan right) =>
        left.Start > right.Start || (left.Start == right.Start && left.Length > 0 && right.Length == 0);
}
