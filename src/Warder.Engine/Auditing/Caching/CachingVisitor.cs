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
    private bool _restsOnItself;

    /// <summary>Makes one.</summary>
    /// <param name="repository">The repository; its files are those noted.</param>
    /// <param name="files">Notes what is read.</param>
    /// <param name="rules">The rules that run.</param>
    /// <param name="visitor">Looks at what is not known.</param>
    /// <param name="known">What the last audit left; null for nothing.</param>
    public CachingVisitor(Repository repository, NotedFiles files, IReadOnlyList<Rule> rules, FileVisitor visitor, CachedAudit? known)
    {
        _repository = repository;
        _files = files;
        _rules = rules;
        _bySlug = rules.ToDictionary(r => r.Descriptor.Slug, StringComparer.Ordinal);
        _visitor = visitor;
        _known = known;
    }

    public IReadOnlyList<FileAudit> VisitPipelines(IReadOnlyList<string> paths)
    {
        _pipelinesContext = CacheContext.OfPipelines(_repository, _rules, paths, _files.Paths.Where(GitHubReader.IsWorkflowPath));
        _holds = _known is { } known && known.PipelinesContext == _pipelinesContext && known.Reads.All(r => _files.VersionOf(r.Path) == r.Version);
        if (!_holds)
        {
            Auditor.Prepare(_repository.Facts);
        }

        _pipelines = _holds ? Restore(paths, _known!.Pipelines) : _visitor.VisitPipelines(paths);
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

        // A rule that read another file for one of them would make this untrue, and nothing of them is kept then.
        _restsOnItself = _files.Noted.Select(n => n.Path).Except(_reads.Select(r => r.Path), StringComparer.Ordinal).Except(paths, StringComparer.Ordinal).FirstOrDefault() is null;
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
        var isKept = _holds || _reads.All(r => r.Version is not null);
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
        List<FileAudit> fresh = [.. _lookedAt.Where(a => _restsOnItself && VersionOf(a.Path) is not null)];
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

    private FileAudit? Find(string path) =>
        _known!.Others.TryGetValue(path, out var kept) && !kept.Audit.IsEmpty && _files.VersionOf(path) == kept.Version ? Unpack(path, kept.Audit) : null;

    private FileAudit[] Restore(IReadOnlyList<string> paths, IReadOnlyList<ReadOnlyMemory<byte>> packed)
    {
        var audits = new FileAudit[paths.Count];
        var again = new Queue<FileAudit>(_visitor.VisitPipelines([.. paths.Where((_, i) => packed[i].IsEmpty)]));
        for (var i = 0; i < audits.Length; i++)
        {
            audits[i] = packed[i].IsEmpty ? again.Dequeue() : Unpack(paths[i], packed[i]);
        }

        return audits;
    }

    private FileAudit Unpack(string path, ReadOnlyMemory<byte> packed) => FileAuditFormat.Read(new CacheReader(packed), path, _repository, _bySlug, Suppressions);

    private IReadOnlyList<InlineSuppression> Suppressions(string path) =>
        _files.Read(path) is var read && (read.Source ?? read.AsLatin1) is { } source ? InlineSuppressionReader.Read(source) : [];
}
