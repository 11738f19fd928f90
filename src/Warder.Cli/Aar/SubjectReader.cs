using Warder.Cli.Git;
using Warder.Engine.Activity;
using Warder.Reports.Aar;

namespace Warder.Cli.Aar;

/// <summary>Finds out what is known of an issue or a pull request: what the forge says, else what git knows.</summary>
internal static class SubjectReader
{
    /// <summary>Reads it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="number">Its number.</param>
    /// <param name="git">The repository's commits; null where they are not known.</param>
    /// <param name="gitNote">Why not, half a sentence.</param>
    /// <param name="name">The repository's name on the platform; null where it has none.</param>
    public static AarSubject Read(AarRequest request, int number, GitActivity? git, string? gitNote, string? name)
    {
        var because = "--no-forge";
        var forge = request.AsksForge ? ForgeQuery.Ask(request.Kind, number, name, out because) : null;
        var known = forge ?? new AarSubject { Number = number, IsFromForge = false, Because = git is null ? $"{because}; and {gitNote}" : because };
        if (git is null)
        {
            return known;
        }

        var all = git.Read(from: null, before: null, withFiles: false);
        return request.Kind == AarKind.Issue ? WithIssue(known, number, git, all) : WithPullRequest(known, number, git, all);
    }

    private static AarSubject WithIssue(AarSubject subject, int number, GitActivity git, IReadOnlyList<CommitFact> all)
    {
        var mentioned = all.Where(c => ForgeReference.Mentions(c, number)).ToList();
        var commits = Ordered(git.ReadWhole([.. mentioned.Select(c => c.Id)]), mentioned);
        return subject with
        {
            Commits = commits,
            Closing = [.. mentioned.Where(c => ForgeReference.Closes(c, number)).Select(c => c.Id)],
            Files = commits.Count == 0 ? null : Together(commits.Where(c => !c.IsMerge)),
        };
    }

    private static AarSubject WithPullRequest(AarSubject subject, int number, GitActivity git, IReadOnlyList<CommitFact> all)
    {
        var merge = subject.MergeCommit is { } id ? all.FirstOrDefault(c => c.Id == id) : all.FirstOrDefault(c => ForgeReference.PullRequestOf(c) == number);
        if (merge is null)
        {
            var mentioned = all.Where(c => ForgeReference.Mentions(c, number)).ToList();
            return subject with { Commits = mentioned };
        }

        var branch = merge.IsMerge ? git.Between(merge.Parents[0], merge.Parents[1]).ToHashSet(StringComparer.Ordinal) : [];
        var commits = all.Where(c => c.Id == merge.Id || branch.Contains(c.Id)).ToList();
        var isSquash = !merge.IsMerge;
        return subject with
        {
            Title = subject.Title ?? TitleOf(merge),
            State = subject.State ?? "merged",
            Author = subject.Author ?? (isSquash ? merge.Author : commits.LastOrDefault(c => c.Id != merge.Id)?.Author),
            Closed = subject.Closed ?? merge.Committed,
            MergeCommit = merge.Id,
            Commits = commits,
            Files = git.ReadWhole([merge.Id]) is [{ IsBoundary: false } whole] ? whole.Files : subject.Files,
        };
    }

    /// <summary>The title as the merge tells it: the first line below <c>Merge pull request</c>, else the subject without its number.</summary>
    private static string? TitleOf(CommitFact merge)
    {
        var text = merge.IsMerge ? merge.Body.Split('\n')[0] : merge.Subject[..Math.Max(0, merge.Subject.LastIndexOf("(#", StringComparison.Ordinal))];
        return text.Trim() is { Length: > 0 } title ? title : null;
    }

    private static List<CommitFact> Ordered(IReadOnlyList<CommitFact> read, IReadOnlyList<CommitFact> order)
    {
        var byId = read.ToDictionary(c => c.Id, StringComparer.Ordinal);
        return [.. order.Select(c => byId.GetValueOrDefault(c.Id, c))];
    }

    /// <summary>What several commits changed, each file once under the name it has in each.</summary>
    private static List<FileChange> Together(IEnumerable<CommitFact> commits) =>
    [
        .. commits.SelectMany(c => c.Files)
            .GroupBy(f => f.Path, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new FileChange(
                g.Key,
                g.Select(f => f.Before).FirstOrDefault(b => b is not null),
                g.All(f => f.IsBinary) ? null : g.Sum(f => f.Added ?? 0),
                g.All(f => f.IsBinary) ? null : g.Sum(f => f.Deleted ?? 0))),
    ];
}
