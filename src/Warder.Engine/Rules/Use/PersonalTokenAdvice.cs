using System.Buffers;
using Warder.Syntax;

namespace Warder.Engine.Rules.Use;

/// <summary>Finds sentences that tell the reader to make a personal access token without an end.</summary>
internal static class PersonalTokenAdvice
{
    private const string Subject = "personal access token";
    private static readonly SearchValues<string> Subjects = SearchValues.Create([Subject], StringComparison.OrdinalIgnoreCase);
    private const int LinesAfter = 3;
    private static readonly string[] Makes = ["create", "generate", "issue a", "make a", "new "];
    private static readonly string[] Against = ["never", "not ", "n't", "avoid", "instead of", "rather than", "without a personal", "prohibited", "forbidden", "no personal"];
    private static readonly string[] Long =
        ["no expiration", "without expiration", "never expire", "not expire", "n't expire", "long-lived", "(classic)", "classic token", "classic personal"];

    /// <summary>The subject of each such sentence.</summary>
    public static IReadOnlyList<TextSpan> Find(SourceText source)
    {
        var spans = new List<TextSpan>();
        var at = 0;
        while (source.Text.AsSpan(at).IndexOfAny(Subjects) is >= 0 and var next)
        {
            at += next;
            var number = source.GetPosition(at).Line;
            var line = source.Text.AsSpan(source.Lines.GetLine(number).Start, source.Lines.GetLine(number).Length);
            if (ContainsAny(line, Makes) && !ContainsAny(line, Against, Long) && ContainsAny(After(source, number), Long))
            {
                spans.Add(new TextSpan(at, Subject.Length));
            }

            at += Subject.Length;
        }

        return spans;
    }

    private static ReadOnlySpan<char> After(SourceText source, int line)
    {
        var start = source.Lines.GetLine(line).Start;
        var end = source.Lines.GetLine(Math.Min(line + LinesAfter, source.Lines.LineCount)).End;
        return source.Text.AsSpan(start, end - start);
    }

    /// <summary>Whether any word stands in a text; words that stand only within one of the others do not count.</summary>
    private static bool ContainsAny(ReadOnlySpan<char> text, string[] words, string[]? except = null)
    {
        foreach (var word in words)
        {
            var index = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (index >= 0 && (except is null || !IsWithinOne(text, index, except)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWithinOne(ReadOnlySpan<char> text, int index, string[] phrases)
    {
        foreach (var phrase in phrases)
        {
            var start = text.IndexOf(phrase, StringComparison.OrdinalIgnoreCase);
            if (start >= 0 && index >= start && index < start + phrase.Length)
            {
                return true;
            }
        }

        return false;
    }
}
