using System.Collections.Concurrent;
using Warder.Engine.Rules.Use;
using Warder.Pipelines;
using Warder.Pipelines.GitHub;
using Warder.Pipelines.Scripts;

namespace Warder.Engine.Auditing;

/// <summary>Visits only files that the memory does not know as they are now; each of them with a repository that notes what it is asked for.</summary>
internal sealed class RememberingVisitor : IFileVisitor
{
    // The one rule on a single file that looks at the day itself; others look at which tokens have expired by then.
    private const string RuleOfTheDay = "token-value";
    private readonly Repository _repository;
    private readonly RuleRunner _rules;
    private readonly AuditMemory _memory;
    private readonly CancellationToken _cancellation;
    private readonly string _context;
    private TokenNames _names = null!;
    private string _known = "";
    private IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<TokenReference>>> _environments = null!;

    public RememberingVisitor(Repository repository, RuleRunner rules, AuditMemory memory, CancellationToken cancellation)
    {
        _repository = repository;
        _rules = rules;
        _memory = memory;
        _cancellation = cancellation;
        _context = $"{Of(repository.Policy.Source?.Path)}\0{Of(repository.Registry?.Source.Path)}\0{ExpiryStates(repository)}";
    }

    // What a called workflow needs rests on who calls it, and who starts a run on which workflow has a name, be it one that is
    // not audited itself: a new file may change both.
    public IReadOnlyList<FileAudit> VisitPipelines(IReadOnlyList<string> paths)
    {
        var context = $"{_context}\0{string.Join(' ', paths)}\0{string.Join(' ', _repository.Files.Paths.Where(GitHubReader.IsWorkflowPath))}";
        return VisitAll("pipelines", paths.Count, i => paths[i], _ => context, (visitor, i) => visitor.VisitPipelines([paths[i]])[0]);
    }

    public (IReadOnlyList<FileAudit> Scripts, IReadOnlyList<FileAudit> Documents) VisitOthers(
        IReadOnlyList<string> scripts,
        IReadOnlyList<(string Path, bool IsConfiguration)> documents,
        TokenNames names,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<TokenReference>>> environments)
    {
        _names = names;
        _known = string.Join(' ', names.All);
        _environments = environments;
        return (VisitScripts(scripts), VisitDocuments(documents));
    }

    private FileAudit[] VisitScripts(IReadOnlyList<string> paths) =>
        VisitAll("scripts", paths.Count, i => paths[i], i => $"{_context}\0{_known}\0{EnvironmentOf(paths[i])}", (visitor, i) => visitor.VisitOthers([paths[i]], [], _names, _environments).Scripts[0]);

    private FileAudit[] VisitDocuments(IReadOnlyList<(string Path, bool IsConfiguration)> files) =>
        VisitAll("documents", files.Count, i => files[i].Path, i => $"{_context}\0{_known}\0{files[i].IsConfiguration}", (visitor, i) => visitor.VisitOthers([], [files[i]], _names, _environments).Documents[0]);

    private FileAudit[] VisitAll(string phase, int count, Func<int, string> pathOf, Func<int, string> contextOf, Func<FileVisitor, int, FileAudit> visit)
    {
        var audits = new FileAudit[count];
        var unknown = new List<int>();
        for (var i = 0; i < count; i++)
        {
            if (_repository.Files.VersionOf(pathOf(i)) is { } version && _memory.Find(phase, pathOf(i), version, contextOf(i), _repository.Today, _repository.Files) is { } known)
            {
                audits[i] = known;
            }
            else
            {
                unknown.Add(i);
            }
        }

        Parallel.ForEach(unknown, new ParallelOptions { CancellationToken = _cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            var noted = new NotedFiles(_repository.Files);
            audits[i] = visit(new FileVisitor(_repository.With(noted), _rules, progress: null, _cancellation), i);
            if (_repository.Files.VersionOf(pathOf(i)) is { } version)
            {
                DateOnly? day = audits[i].Findings.Any(f => f.Rule.Slug == RuleOfTheDay) ? _repository.Today : null;
                _memory.Keep(phase, pathOf(i), new AuditMemory.Kept(version, contextOf(i), day, noted.Noted, audits[i]));
            }
        });
        return audits;
    }

    private static string ExpiryStates(Repository repository) =>
        string.Concat((repository.Registry?.Entries ?? []).Select(e => e.Expires is { } end ? ChainFlaws.StateOf(end, repository.Today) : '-'));

    private string Of(string? path) => path is null ? "" : $"{path} {_repository.Files.VersionOf(path)}";

    private string EnvironmentOf(string path) => string.Join(' ', _environments.GetValueOrDefault(path, ScriptEnvironments.None)
        .OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{v.Key}={string.Join('|', v.Value.Select(t => $"{t.Kind}:{t.Name}"))}"));
}
