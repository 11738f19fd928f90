using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Warder.Cli.Git;
using Warder.Engine.Auditing;
using Warder.Engine.Facts;
using Warder.Engine.Rules;
using Warder.History;
using Warder.History.Reading;
using Warder.History.Recording;

namespace Warder.Cli.History;

/// <summary>
/// Audits commits of the past, each as it was on its day, and records them. Nothing is checked out: contents come from git, and a file
/// is looked at again only where it or what its findings rest on changed.
/// </summary>
internal sealed class Backfill : IDisposable
{
    private const int BatchSize = 100;
    private const int KeyBytes = 16;
    private readonly HistoryScene _scene;
    private readonly HistoryDatabase _history;
    private readonly GitBlobs _blobs;
    private readonly CommitClock _clock = new();
    private readonly AuditMemory _memory = new();
    private readonly AuditFacts _facts = new();
    private readonly Auditor _auditor;
    private readonly Dictionary<string, ImmutableSortedDictionary<string, string>> _trees = new(StringComparer.Ordinal);

    public Backfill(HistoryScene scene, HistoryDatabase history, Track track, bool all)
    {
        _scene = scene;
        _history = history;
        Track = track;
        All = all;
        _blobs = new GitBlobs(scene.Root);
        _auditor = new Auditor(RuleCatalogue.All, FactBase.Embedded, _clock);
    }

    /// <summary>Where it is recorded.</summary>
    public Track Track { get; }

    /// <summary>Whether it is of every branch and tag.</summary>
    public bool All { get; }

    /// <summary>How many commits were recorded.</summary>
    public int Commits { get; private set; }

    /// <summary>How many the history had already.</summary>
    public int Known { get; private set; }

    /// <summary>How many different contents were read.</summary>
    public int Blobs => _blobs.Count;

    /// <summary>How many times a file was looked at.</summary>
    public int Visits => _memory.Visits;

    /// <summary>The first and the last commit recorded; null where there was none.</summary>
    public (string First, string Last)? Span { get; private set; }

    /// <summary>Records what is new.</summary>
    /// <exception cref="OutputError">Git cannot answer, or the branch was rewritten since.</exception>
    public void Run(IProgress<AuditProgress> progress)
    {
        var commits = Fresh(GitCommits.List(_scene.Root, All));
        if (commits.Count == 0)
        {
            return;
        }

        Auditor.Prepare(FactBase.Embedded);
        var recorder = new RunRecorder(_history, Track);
        var batch = new List<RunFacts>(BatchSize);
        foreach (var commit in GitCommits.Read(_scene.Root, commits))
        {
            batch.Add(FactsOf(commit));
            if (batch.Count == BatchSize)
            {
                recorder.Record(batch);
                batch.Clear();
            }

            progress.Report(new AuditProgress("commits", ++Commits, commits.Count));
        }

        if (batch.Count > 0)
        {
            recorder.Record(batch);
        }

        Span = (commits[0], commits[^1]);
    }

    public void Dispose() => _blobs.Dispose();

    /// <summary>The commits that the history has not. Of one branch those that it has must be its beginning.</summary>
    private List<string> Fresh(IReadOnlyList<string> commits)
    {
        var known = new HistoryReader(_history).Runs(new RunFilter(Track.Repository, Track.Branch, Track.Kind)).Select(r => r.Commit!).ToHashSet(StringComparer.Ordinal);
        var fresh = commits.Where(c => !known.Contains(c)).ToList();
        Known = commits.Count - fresh.Count;
        if (!All && (Known < known.Count || commits.Take(Known).Any(c => !known.Contains(c))))
        {
            throw new OutputError($"the branch {Track.Branch} was rewritten since the last backfill; 'warder history backfill --again' forgets it and begins anew.");
        }

        return fresh;
    }

    private RunFacts FactsOf(GitCommit commit)
    {
        var start = TimeProvider.System.GetTimestamp();
        var tree = TreeOf(commit);
        _clock.Now = commit.Time;
        var files = new TreeFiles(_scene.Name, tree, _blobs.Read);
        var result = _auditor.Audit(files, new AuditOptions { Memory = _memory });
        var took = TimeProvider.System.GetElapsedTime(start);
        return _facts.Of(result, new RunMoment(KeyOf(commit.Id), RunOrigin.Backfill, commit.Id, IsDirty: false, commit.Time, took, Product.Version));
    }

    private ImmutableSortedDictionary<string, string> TreeOf(GitCommit commit)
    {
        var builder = BeforeOf(commit).ToBuilder();
        foreach (var (path, content) in commit.Changes)
        {
            if (content is null)
            {
                builder.Remove(path);
            }
            else
            {
                builder[path] = content;
            }
        }

        if (!All)
        {
            _trees.Clear();
        }

        return _trees[commit.Id] = builder.ToImmutable();
    }

    private ImmutableSortedDictionary<string, string> BeforeOf(GitCommit commit) => commit.Parent is null
        ? ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal)
        : _trees.TryGetValue(commit.Parent, out var tree) ? tree : GitCommits.TreeOf(_scene.Root, commit.Parent);

    private string KeyOf(string commit) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{Track.Repository}\0{Track.Branch}\0{commit}")).AsSpan(0, KeyBytes));
}
