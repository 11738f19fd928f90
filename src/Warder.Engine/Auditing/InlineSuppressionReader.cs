using Warder.Syntax;

namespace Warder.Engine.Auditing;

/// <summary>Finds the suppressions of a file: a comment, in any syntax, of Warder's name, <c>ignore[slug, slug]</c> and a reason.</summary>
internal static class InlineSuppressionReader
{
    private const string Word = "warder:";
    private const string Verb = "ignore[";

    /// <summary>Whether there may be one: a quick look before reading.</summary>
    public static bool MayContain(ReadOnlySpan<byte> bytes) => bytes.IndexOf("warder:"u8) >= 0;

    public static IReadOnlyList<InlineSuppression> Read(SourceText source)
    {
        var at = source.Text.IndexOf(Word, StringComparison.Ordinal);
        if (at < 0)
        {
            return [];
        }

        var found = new List<InlineSuppression>();
        for (; at >= 0; at = source.Text.IndexOf(Word, at + Word.Length, StringComparison.Ordinal))
        {
            if (ReadOne(source, at) is { } suppression)
            {
                found.Add(suppression);
            }
        }

        return found;
    }

    private static InlineSuppression? ReadOne(SourceText source, int at)
    {
        var open = AfterMark(source.Text, at);
        if (open < 0)
        {
            return null;
        }

        var lineNumber = source.GetPosition(at).Line;
        var line = source.Lines.GetLine(lineNumber);
        var before = source.Text.AsSpan(line.Start, at - line.Start).TrimEnd();
        var opener = CommentOpener(before);
        var close = source.Text.IndexOf(']', open);
        if (opener == 0 || close < 0 || close > line.End)
        {
            return null;
        }

        var slugs = source.Text[open..close]
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var end = EndOfReason(source.Text, close + 1, line.End);
        var reason = source.Text[(close + 1)..end].Trim();
        var standsAlone = before[..^opener].Trim().IsEmpty;
        return new InlineSuppression
        {
            Source = source,
            Span = TextSpan.FromBounds(at, close + 1 + source.Text[(close + 1)..end].TrimEnd().Length),
            Slugs = slugs,
            Reason = reason.Length == 0 ? null : reason,
            Line = standsAlone ? NextLineOfContent(source, lineNumber, before[^opener..].ToString()) : lineNumber,
        };
    }

    /// <summary>Where the slugs begin; -1 where the word is not followed by the verb on its line.</summary>
    private static int AfterMark(string text, int at)
    {
        var next = at + Word.Length;
        while (next < text.Length && text[next] is ' ' or '\t')
        {
            next++;
        }

        return text.AsSpan(next).StartsWith(Verb, StringComparison.Ordinal) ? next + Verb.Length : -1;
    }

    private static int CommentOpener(ReadOnlySpan<char> before)
    {
        ReadOnlySpan<string> openers = ["<!--", "//", "/*", "#", "--", ";"];
        foreach (var opener in openers)
        {
            if (before.EndsWith(opener, StringComparison.Ordinal))
            {
                return opener.Length;
            }
        }

        return 0;
    }

    private static int EndOfReason(string text, int start, int lineEnd)
    {
        var rest = text.AsSpan(start, lineEnd - start);
        var close = rest.IndexOf("-->", StringComparison.Ordinal);
        if (close < 0)
        {
            close = rest.IndexOf("*/", StringComparison.Ordinal);
        }

        return close < 0 ? lineEnd : start + close;
    }

    /// <summary>The next line that is neither empty nor a comment, so that suppressions can be stacked and explained.</summary>
    private static int NextLineOfContent(SourceText source, int line, string opener)
    {
        for (var next = line + 1; next <= source.Lines.LineCount; next++)
        {
            var text = source.GetText(source.Lines.GetLine(next)).AsSpan().Trim();
            if (!text.IsEmpty && !text.StartsWith(opener, StringComparison.Ordinal))
            {
                return next;
            }
        }

        return line;
    }
}
