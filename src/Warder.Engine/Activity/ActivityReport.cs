namespace Warder.Engine.Activity;

/// <summary>What some commits come to. The same commits give the same numbers in every order of branches that git lists them in.</summary>
public sealed record ActivityReport
{
    /// <summary>The commits, newest first.</summary>
    public required IReadOnlyList<CommitFact> Commits { get; init; }

    /// <summary>Those that join branches.</summary>
    public required int Merges { get; init; }

    /// <summary>Who made them, the busiest first, then by name.</summary>
    public required IReadOnlyList<AuthorActivity> Authors { get; init; }

    /// <summary>Every file that changed, those that the most commits changed first, then by churn and name.</summary>
    public required IReadOnlyList<HotSpot> Files { get; init; }

    /// <summary>Lines added; merges and binary files count none.</summary>
    public required long Added { get; init; }

    /// <summary>Lines deleted.</summary>
    public required long Deleted { get; init; }

    /// <summary>Changes of binary files.</summary>
    public required int BinaryChanges { get; init; }

    /// <summary>Commits that take another back, newest first.</summary>
    public required IReadOnlyList<RevertFact> Reverts { get; init; }

    /// <summary>Numbers of the pull requests that commits brought in, ascending.</summary>
    public required IReadOnlyList<int> PullRequests { get; init; }

    /// <summary>When they were made.</summary>
    public required CommitRhythm Rhythm { get; init; }

    /// <summary>Commits whose changes are not known, because a shallow clone ends there.</summary>
    public required int Boundaries { get; init; }

    /// <summary>Commits that bots made.</summary>
    public int ByBots => Authors.Where(a => a.IsBot).Sum(a => a.Commits);

    /// <summary>Works it out.</summary>
    /// <param name="commits">The commits, newest first, as git lists them.</param>
    public static ActivityReport Of(IReadOnlyList<CommitFact> commits) => new()
    {
        Commits = commits,
        Merges = commits.Count(c => c.IsMerge),
        Authors = AuthorsOf(commits),
        Files = FilesOf(commits),
        Added = commits.Sum(AddedBy),
        Deleted = commits.Sum(DeletedBy),
        BinaryChanges = commits.Sum(c => c.Files.Count(f => f.IsBinary)),
        Reverts = RevertsOf(commits),
        PullRequests = [.. commits.Select(ForgeReference.PullRequestOf).OfType<int>().Distinct().Order()],
        Rhythm = CommitRhythm.Of(commits),
        Boundaries = commits.Count(c => c.IsBoundary),
    };

    /// <summary>The commits that changed a file of a kind, newest first.</summary>
    public IReadOnlyList<CommitFact> Touching(Func<string, bool> isWanted) =>
        [.. Commits.Where(c => c.Files.Any(f => isWanted(f.Path) || (f.Before is { } before && isWanted(before))))];

    private static long AddedBy(CommitFact commit) => commit.Files.Sum(f => (long)(f.Added ?? 0));

    private static long DeletedBy(CommitFact commit) => commit.Files.Sum(f => (long)(f.Deleted ?? 0));

    private static IReadOnlyList<AuthorActivity> AuthorsOf(IReadOnlyList<CommitFact> commits) =>
    [
        .. commits
            .GroupBy(c => c.Author, StringComparer.Ordinal)
            .Select(g => new AuthorActivity(g.Key, g.Count(), g.Sum(AddedBy), g.Sum(DeletedBy)))
            .OrderByDescending(a => a.Commits)
            .ThenBy(a => a.Name, StringComparer.Ordinal),
    ];

    private static IReadOnlyList<HotSpot> FilesOf(IReadOnlyList<CommitFact> commits)
    {
        // From the newest back: what was renamed later counts under its later name.
        var newest = new Dictionary<string, string>(StringComparer.Ordinal);
        var changes = new Dictionary<string, List<(CommitFact Commit, FileChange Change)>>(StringComparer.Ordinal);
        foreach (var commit in commits)
        {
            foreach (var change in commit.Files)
            {
                var name = newest.GetValueOrDefault(change.Path, change.Path);
                if (!changes.TryGetValue(name, out var list))
                {
                    changes[name] = list = [];
                }

                list.Add((commit, change));
            }

            foreach (var change in commit.Files.Where(f => f.Before is not null))
            {
                newest[change.Before!] = newest.GetValueOrDefault(change.Path, change.Path);
            }
        }

        return
        [
            .. changes
                .Select(c => new HotSpot(
                    c.Key,
                    c.Value.DistinctBy(v => v.Commit.Id).Count(),
                    c.Value.Select(v => v.Commit.Author).Distinct(StringComparer.Ordinal).Count(),
                    c.Value.Sum(v => (long)(v.Change.Added ?? 0)),
                    c.Value.Sum(v => (long)(v.Change.Deleted ?? 0))))
                .OrderByDescending(f => f.Commits)
                .ThenByDescending(f => f.Churn)
                .ThenBy(f => f.Path, StringComparer.Ordinal),
        ];
    }

    private static IReadOnlyList<RevertFact> RevertsOf(IReadOnlyList<CommitFact> commits) =>
    [
        .. commits.Where(RevertFact.IsRevert).Select(commit =>
        {
            var id = RevertFact.NamedBy(commit);
            var reverted = id is null ? null : commits.FirstOrDefault(c => c.Id.StartsWith(id, StringComparison.Ordinal));
            return new RevertFact(commit, reverted?.Id ?? id, reverted is null ? null : commit.Committed - reverted.Committed);
        }),
    ];
}
