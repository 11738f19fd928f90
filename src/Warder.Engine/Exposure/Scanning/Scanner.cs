using System.Collections.Concurrent;
using Warder.Engine.Auditing;
using Warder.Engine.Facts;
using Warder.Engine.Findings;
using Warder.Engine.Rules;
using Warder.Engine.Rules.Exposure;

namespace Warder.Engine.Exposure.Scanning;

/// <summary>Scans contents for token values under a repository's policy. Contents may be given from many threads.</summary>
public sealed class Scanner
{
    private const int ShownCommits = 3;
    private const int ShortCommit = 10;
    private readonly Repository _repository;
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly ConcurrentBag<(ScanSource Source, PlacedValue Value)> _found = [];
    private readonly Search.ValueSearch _search;
    private int _contents;
    private long _bytes;

    /// <summary>Opens a repository; what is wrong with its policy becomes a diagnostic of the result.</summary>
    public Scanner(RepositoryFiles files, FactBase facts, TimeProvider clock)
    {
        var policy = PolicyLoader.Load(files, RuleCatalogue.All, _diagnostics);
        _repository = new Repository
        {
            Files = files,
            Policy = policy,
            Registry = null,
            Facts = facts,
            Today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime),
            LocalPipelines = new LocalPipelines(files),
        };
        _search = ValueScanner.For(policy);
    }

    /// <summary>How many commits the contents are from, where they are from the history.</summary>
    public int Commits { get; set; }

    /// <summary>Whether the policy wants a path scanned.</summary>
    public bool Wants(string path) => !_repository.Policy.NotScanned.Any(p => p.Matches(path)) && !_repository.Policy.Ignore.Any(p => p.Matches(path));

    /// <summary>Scans one content; gives the count of values.</summary>
    public int Scan(ScanSource source, ReadBytes read)
    {
        var scan = new ContentScan(_search, ValueScanner.RedactorFor(_repository.Policy), _repository.Today);
        var values = scan.Scan(read);
        foreach (var value in values)
        {
            _found.Add((source, value));
        }

        Interlocked.Increment(ref _contents);
        Interlocked.Add(ref _bytes, scan.Bytes);
        return values.Count;
    }

    /// <summary>Says that something could not be scanned.</summary>
    public void Fail(string path, string why)
    {
        lock (_diagnostics)
        {
            _diagnostics.Add(new Diagnostic("unreadable-file", why, path));
        }
    }

    /// <summary>What was found, the baseline and exceptions applied.</summary>
    public ScanResult Finish(bool useBaseline)
    {
        var sink = new FindingSink(_repository.Policy);
        var values = new Dictionary<Finding, ScannedValue>(ReferenceEqualityComparer.Instance);
        foreach (var group in Grouped())
        {
            var (source, first) = group[0];
            List<string> commits = [.. group.SelectMany(g => g.Source.Commits).Distinct(StringComparer.Ordinal)];
            var draft = LeakedValue.Draft(first.Value, default);
            sink.AddAt(
                TokenValue.Shared,
                new Location(source.Path, default, first.Start, first.End),
                new CodeFrame(first.Start.Line, [first.Line]),
                commits.Count == 0 ? draft : draft with { Message = $"{draft.Message}; {Brought(commits)}" });
            values[sink.Findings[^1]] = new ScannedValue(sink.Findings[^1], first.Value.Format, first.Value.Verdict.Proof, first.Value.Prefix, first.Value.Identity, first.Value.IsEncoded, commits);
        }

        var byFingerprint = values.Values.ToLookup(v => (v.Finding.ContextHash, v.Finding.Location.Path, v.Finding.Location.Start));
        var suppressor = new Suppressor(_repository.Policy, _repository.Today, useBaseline ? Baseline.Load(_repository.Files, _repository.Policy, _diagnostics) : null);
        var verdict = suppressor.Apply(FindingOrder.Sort([.. sink.Findings]), Comments(), [], _repository.Files, _diagnostics);
        _diagnostics.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
        return new ScanResult(
            new AuditResult
            {
                Repository = _repository,
                Findings = verdict.Findings,
                Suppressed = verdict.Suppressed,
                Diagnostics = _diagnostics,
                Unknowns = [],
                Uses = [],
                Counts = new AuditCounts(0, 0, 0, 0, 0),
            },
            [.. verdict.Findings.Select(f => byFingerprint[(f.ContextHash, f.Location.Path, f.Location.Start)].First() with { Finding = f })],
            new ScanCounts(_contents, _bytes, Commits));
    }

    /// <summary>In the history a value at a path is told once, with all commits that brought a version that has it; in files every place.</summary>
    private IEnumerable<List<(ScanSource Source, PlacedValue Value)>> Grouped() =>
        _found
            .OrderBy(f => f.Source.Path, StringComparer.Ordinal)
            .ThenBy(f => f.Value.Start)
            .ThenBy(f => f.Source.Commits.Count > 0 ? f.Source.Commits[0] : "", StringComparer.Ordinal)
            .GroupBy(f => (f.Source.Path, f.Value.Value.Identity, Place: f.Source.Commits.Count > 0 ? default : f.Value.Start))
            .Select(g => g.ToList());

    private static string Brought(List<string> commits)
    {
        var shown = string.Join(", ", commits.Take(ShownCommits).Select(c => c[..Math.Min(ShortCommit, c.Length)]));
        return commits.Count > ShownCommits ? $"brought by commits {shown} and {commits.Count - ShownCommits} more" : commits.Count == 1 ? $"brought by commit {shown}" : $"brought by commits {shown}";
    }

    /// <summary>The comments that suppress findings, of those files only in which something was found.</summary>
    private List<InlineSuppression> Comments()
    {
        var comments = new List<InlineSuppression>();
        foreach (var path in _found.Where(f => f.Source.Commits.Count == 0).Select(f => f.Source.Path).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (_repository.Files.Exists(path) && _repository.Files.Read(path).Source is { } source)
            {
                comments.AddRange(InlineSuppressionReader.Read(source));
            }
        }

        return comments;
    }
}
