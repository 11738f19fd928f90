using System.Buffers;

namespace Warder.Engine.Activity;

/// <summary>A commit that takes another back.</summary>
/// <param name="Commit">The commit that takes it back.</param>
/// <param name="Reverted">The commit that its message names; null where it names none.</param>
/// <param name="After">The time between the two; null where the other one is not known here.</param>
public sealed record RevertFact(CommitFact Commit, string? Reverted, TimeSpan? After)
{
    private const string SubjectStart = "Revert \"";
    private const string BodyStart = "This reverts commit ";
    private const int LeastOfId = 7;
    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");

    /// <summary>Whether a commit says that it takes another back, as git words it.</summary>
    public static bool IsRevert(CommitFact commit) =>
        commit.Subject.StartsWith(SubjectStart, StringComparison.Ordinal) || commit.Body.Contains(BodyStart, StringComparison.Ordinal);

    /// <summary>The name of the commit that a message says it takes back; null where it names none.</summary>
    public static string? NamedBy(CommitFact commit)
    {
        var at = commit.Body.IndexOf(BodyStart, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var rest = commit.Body.AsSpan(at + BodyStart.Length);
        var length = rest.IndexOfAnyExcept(Hexadecimal);
        var id = length < 0 ? rest : rest[..length];
        return id.Length >= LeastOfId ? id.ToString() : null;
    }
}
