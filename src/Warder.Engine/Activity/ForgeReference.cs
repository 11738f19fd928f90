using System.Buffers;
using System.Globalization;

namespace Warder.Engine.Activity;

/// <summary>Numbers of issues and pull requests in the messages of commits, as the platform and people write them.</summary>
public static class ForgeReference
{
    private const string MergeStart = "Merge pull request #";
    private static readonly SearchValues<char> BeforeWord = SearchValues.Create(" \n\t(,*-");

    /// <summary>
    /// The pull request that a commit brought in: <c>Merge pull request #12 from …</c>, or a subject that ends in <c>(#12)</c> as a
    /// squashed one's does; null where it says none.
    /// </summary>
    public static int? PullRequestOf(CommitFact commit)
    {
        var subject = commit.Subject.AsSpan().Trim();
        if (subject.StartsWith(MergeStart, StringComparison.Ordinal))
        {
            var rest = subject[MergeStart.Length..];
            var length = rest.IndexOfAnyExceptInRange('0', '9');
            return NumberOf(length < 0 ? rest : rest[..length]);
        }

        var open = subject.LastIndexOf("(#", StringComparison.Ordinal);
        return open >= 0 && subject.EndsWith(")", StringComparison.Ordinal) ? NumberOf(subject[(open + 2)..^1]) : null;
    }

    /// <summary>Whether a commit's message speaks of a number: <c>#12</c>, but not <c>#123</c> and not <c>other/name#12</c>.</summary>
    public static bool Mentions(CommitFact commit, int number) => Mentions(commit.Subject, number) || Mentions(commit.Body, number);

    /// <summary>Whether a commit's message says that it closes an issue, in the words that the platform acts on.</summary>
    public static bool Closes(CommitFact commit, int number)
    {
        var mark = Mark(number);
        foreach (var text in (string[])[commit.Subject, commit.Body])
        {
            for (var at = Find(text, mark, 0); at >= 0; at = Find(text, mark, at + 1))
            {
                var before = text.AsSpan(0, at).TrimEnd(" :");
                var word = before[(before.LastIndexOfAny(BeforeWord) + 1)..].ToString().ToLowerInvariant();
                if (word is "close" or "closes" or "closed" or "fix" or "fixes" or "fixed" or "resolve" or "resolves" or "resolved")
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Mentions(string text, int number) => Find(text, Mark(number), 0) >= 0;

    private static string Mark(int number) => string.Create(CultureInfo.InvariantCulture, $"#{number}");

    private static int Find(string text, string mark, int from)
    {
        for (var at = text.IndexOf(mark, from, StringComparison.Ordinal); at >= 0; at = text.IndexOf(mark, at + 1, StringComparison.Ordinal))
        {
            var after = at + mark.Length;
            var isWhole = after == text.Length || !char.IsLetterOrDigit(text[after]);
            if (isWhole && (at == 0 || !(char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '/' or '_' or '-' or '#' or '.')))
            {
                return at;
            }
        }

        return -1;
    }

    private static int? NumberOf(ReadOnlySpan<char> text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
