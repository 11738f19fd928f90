using Warder.Engine.Rules;
using Warder.Pipelines;
using Warder.Pipelines.GitHub;
using Warder.Pipelines.Scripts;

namespace Warder.Engine.Auditing.Caching;

/// <summary>
/// Takes over from the last audit what still holds, and looks at the rest. Workflows rest on each other and on scripts, so they hold
/// all together or not at all: while nothing changed that was read for any of them. A script or document rests on itself.
/// </summary>
internal sealed class CachingVisitor : IFileVisitor
{
    private readonly Repository _repository;
    private readonly NotedFiles _files;
    private readonly NotedFiles _askedByOthers;
    private readonly IReadOnlyList<Rule> _rules;
    private readonly Dictionary<string, Rule> _bySlug;
    private readonly FileVisitor _visitor;
    private readonly CachedAudit? _known;
    private readonly Dictionary<string, (string Version, ReadOnlyMemory<byte> Audit)> _taken = new(StringComparer.Ordinal);
    private IReadOnlyList<FileAudit> _pipelines = [];
    private IReadOnlyList<FileAudit> _lookedAt = [];
    private IReadOnlyList<(string Path, string? Version)> _reads = [];
    private string _pipelinesContext = "";
    private string _othersContext = "";
    private bool _holds;

    /// <summary>Makes one.</summary>
    /// <param name="repository">The repository; its files are those noted.</param>
    /// <param name="files">Notes what is read.</param>
    /// <param name="askedByOthers">Notes what is read by rules for a script or a document, beside that itself.</param>
    /// <param name="rules">The rules that run.</param>
    /// <param name="visitor">Looks at what is not known.</param>
    /// <param name="known">What the last audit left; null for nothing.</param>
    public CachingVisitor(Repository repository, NotedFiles files, NotedFiles askedByOthers, IReadOnlyList<Rule> rules, FileVisitor visitor, CachedAudit? known)
    {
        _repository = repository;
        _files = files;
        _askedByOthers = askedByOthers;
        _rules = rules;
        _bySlug = rules.ToDictionary(r => r.Descriptor.Slug, StringComparer.Ordinal);
        _visitor = visitor;
        _known = known;
    }

    public IReadOnlyList<FileAudit> VisitPipelines(IReadOnlyList<string> paths)
    {
        _pipelinesContext = CacheContext.OfPipelines(_repository, _rules, paths, _files.Paths.Where(GitHubReader.IsWorkflowPath));
        var kept = _known is { } known && known.PipelinesContext == _pipelinesContext && Holds(known, paths) ? Restore(paths, known.Pipelines) : null;
        _holds = kept is not null;
        if (kept is null)
        {
            Auditor.Prepare(_repository.Facts);
        }

        _pipelines = kept ?? _visitor.VisitPipelines(paths);
        _reads = _holds ? [.. _known!.Reads.Select(r => (r.Path, (string?)r.Version))] : _files.Noted;
        return _pipelines;
    }

    public (IReadOnlyList<FileAudit> Scripts, IReadOnlyList<FileAudit> Documents) VisitOthers(
        IReadOnlyList<string> scripts,
        IReadOnlyList<(string Path, bool IsConfiguration)> documents,
        TokenNames names,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<TokenReference>>> environments)
    {
        _othersContext = CacheContext.OfOthers(_repository, _rules, documents, names, environments);
        string[] paths = [.. scripts, .. documents.Select(d => d.Path)];
        var audits = new FileAudit?[paths.Length];
        if (_known?.OthersContext == _othersContext)
        {
            Parallel.For(0, paths.Length, i => audits[i] = Find(paths[i]));
        }

        var (newScripts, newDocuments) = _visitor.VisitOthers(
            [.. scripts.Where((_, i) => audits[i] is null)],
            [.. documents.Where((_, i) => audits[scripts.Count + i] is null)],
            names,
            environments);
        _lookedAt = [.. newScripts, .. newDocuments];
        var next = 0;
        for (var i = 0; i < audits.Length; i++)
        {
            if (audits[i] is null)
            {
                audits[i] = _lookedAt[next++];
            }
            else
            {
                _taken.Add(paths[i], _known!.Others[paths[i]]);
            }
        }

        return (audits[..scripts.Count]!, audits[scripts.Count..]!);
    }

    /// <summary>Whether there is anything to keep that the cache has not.</summary>
    public bool HasNews => !_holds || _lookedAt.Any(a => !IsKnown(a.Path));

    /// <summary>Writes what the next audit may take over, file by file: there may be many.</summary>
    /// <param name="to">The cache.</param>
    /// <param name="pause">Called where what was written may be taken from there.</param>
    public void Write(CacheWriter to, Action pause)
    {
        var packer = new AuditPacker(_repository.Policy);
        var isKept = _holds || (_reads.All(r => r.Version is not null) && packer.IsFreeOfValues(_reads.Select(r => r.Path)));
        to.Write(isKept ? _pipelinesContext : "");
        to.Write(isKept ? _reads : [], (w, read) =>
        {
            w.Write(read.Path);
            w.Write(read.Version);
        });
        to.Write(isKept ? _pipelines.Count : 0);
        for (var i = 0; isKept && i < _pipelines.Count; i++)
        {
            to.Write(_holds ? _known!.Pipelines[i] : packer.Pack(_pipelines[i]));
            pause();
        }

        to.Write(_othersContext);

        // Where a rule read another file for one of them, they do not rest on themselves.
        var restOnThemselves = _askedByOthers.Noted.Count == 0;
        List<FileAudit> fresh = [.. _lookedAt.Where(a => restOnThemselves && VersionOf(a.Path) is not null && packer.IsFreeOfValues([a.Path]))];
        to.Write(_taken.Count + fresh.Count);
        foreach (var (path, (version, audit)) in _taken)
        {
            WriteOther(to, path, version, audit);
            pause();
        }

        foreach (var audit in fresh)
        {
            WriteOther(to, audit.Path, VersionOf(audit.Path)!, packer.Pack(audit));
            pause();
        }
    }

    private static void WriteOther(CacheWriter to, string path, string version, ReadOnlyMemory<byte> audit)
    {
        to.Write(path);
        to.Write(version);
        to.Write(audit);
    }

    private string? VersionOf(string path) => _files.NotedVersionOf(path);

    /// <summary>Whether a file was looked at although the cache has it: it cannot be kept as it is.</summary>
    private bool IsKnown(string path) =>
        _known!.OthersContext == _othersContext && _known.Others.TryGetValue(path, out var kept) && kept.Version == VersionOf(path);

    /// <summary>Whether each of the workflows is among what was read, and all that was read is as it was.</summary>
    private bool Holds(CachedAudit known, IReadOnlyList<string> paths) =>
        known.Pipelines.Count == paths.Count
        && paths.ToHashSet(StringComparer.Ordinal).IsSubsetOf(known.Reads.Select(r => r.Path))
        && known.Reads.All(r => _files.VersionOf(r.Path) == r.Version);

    private FileAudit? Find(string path) =>
        _known!.Others.TryGetValue(path, out var kept) && !kept.Audit.IsEmpty && _files.VersionOf(path) == kept.Version ? Unpack(path, kept.Audit) : null;

    /// <summary>What was kept, and a new look at what could not be.</summary>
    private FileAudit[]? Restore(IReadOnlyList<string> paths, IReadOnlyList<ReadOnlyMemory<byte>> packed)
    {
        var audits = new FileAudit?[paths.Count];
        for (var i = 0; i < audits.Length; i++)
        {
            if (!packed[i].IsEmpty && (audits[i] = Unpack(paths[i], packed[i])) is null)
            {
                return null;
            }
        }

        var again = new Queue<FileAudit>(_visitor.VisitPipelines([.. paths.Where((_, i) => packed[i].IsEmpty)]));
        return [.. audits.Select(a => a ?? again.Dequeue())];
    }

    /// <summary>Null where it is not what this program wrote.</summary>
    private FileAudit? Unpack(string path, ReadOnlyMemory<byte> packed)
    {
        try
        {
            return FileAuditFormat.Read(new CacheReader(packed), path, _repository, _bySlug, Suppressions);
        }
        catch (Exception wrong) when (wrong is InvalidDataException or ArgumentException or IndexOutOfRangeException or KeyNotFoundException)
        {
            return null;
        }
    }

    private IReadOnlyList<InlineSuppression> Suppressions(string path) =>
        _files.Read(path) is var read && (read.Source ?? read.AsLatin1) is { } source ? InlineSuppressionReader.Read(source) : [];
}
