using Warder.Engine.Findings;
using Warder.Engine.Permissions;
using Warder.Pipelines;
using Warder.Pipelines.Documents;
using Warder.Pipelines.GitHub;
using Warder.Pipelines.Scripts;
using Warder.Syntax;

namespace Warder.Engine.Auditing;

/// <summary>Reads files, several at once, and lets the rules visit them.</summary>
internal sealed class FileVisitor : IFileVisitor
{
    private readonly Repository _repository;
    private readonly RuleRunner _rules;
    private readonly IProgress<AuditProgress>? _progress;
    private readonly CancellationToken _cancellation;

    public FileVisitor(Repository repository, RuleRunner rules, IProgress<AuditProgress>? progress, CancellationToken cancellation)
    {
        _repository = repository;
        _rules = rules;
        _progress = progress;
        _cancellation = cancellation;
    }

    /// <summary>Whether need against grant of every job is kept.</summary>
    public bool KeepPermissions { get; init; }

    /// <summary>The repository for the rules that look at a script or a document, where somebody wants to know what they ask of it.</summary>
    public Repository? ForOthers { get; init; }

    public IReadOnlyList<FileAudit> VisitPipelines(IReadOnlyList<string> paths) =>
        VisitAll("workflows", paths.Count, i => paths[i], acceptLatin1: false, glanceAt: null, (source, _, audit) =>
        {
            var pipeline = _repository.LocalPipelines.Known(source.Path) ?? GitHubReader.Read(source);
            var uses = WithImplicit(pipeline);
            var sink = new FindingSink(_repository.Policy);
            var context = new PipelineContext(_repository, pipeline, uses, sink);
            _rules.Run(source.Path, audit.Diagnostics, rule =>
            {
                Visit(rule, context);
                if (rule.Gather(context) is { } kept)
                {
                    audit.Gathered.Add((rule, kept));
                }
            });
            audit.Findings = sink.Findings;
            audit.Uses = uses;
            audit.Unknowns = pipeline.Unknowns;
            audit.ScriptCalls = pipeline.ScriptCalls;
            audit.Jobs = pipeline.Jobs.Count;
            audit.Permissions = KeepPermissions ? context.Permissions : [];
        });

    /// <summary>Scripts and documents in one go, so that no worker waits for the last script before it takes a document.</summary>
    public (IReadOnlyList<FileAudit> Scripts, IReadOnlyList<FileAudit> Documents) VisitOthers(
        IReadOnlyList<string> scripts,
        IReadOnlyList<(string Path, bool IsConfiguration)> documents,
        TokenNames names,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<TokenReference>>> environments)
    {
        var all = VisitAll(
            "scripts and documents",
            scripts.Count + documents.Count,
            i => i < scripts.Count ? scripts[i] : documents[i - scripts.Count].Path,
            acceptLatin1: true,
            i => i < scripts.Count ? GlanceAt(scripts[i], names, environments) : null,
            (source, index, audit) =>
            {
                if (index < scripts.Count)
                {
                    VisitScript(source, audit, names, environments);
                }
                else
                {
                    VisitDocument(source, audit, documents[index - scripts.Count].IsConfiguration, names);
                }
            });
        return (all[..scripts.Count], all[scripts.Count..]);
    }

    private void VisitScript(
        SourceText source,
        FileAudit audit,
        TokenNames names,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<TokenReference>>> environments)
    {
        var environment = environments.GetValueOrDefault(source.Path, ScriptEnvironments.None);
        var language = LanguageOf(source.Path);
        audit.Named = names.FindIn(source.Text);
        if (environment.Count == 0 && audit.Named.Count == 0 && !names.MayContain(source.Text, language))
        {
            return;
        }

        audit.Uses = ScriptReader.Read(source, language, names, environment, _repository.LocalScripts.Parsed(source));
        if (audit.Uses.Count > 0)
        {
            var sink = new FindingSink(_repository.Policy);
            var context = new ScriptContext(ForOthers ?? _repository, source, language, audit.Uses, sink);
            _rules.Run(source.Path, audit.Diagnostics, rule => rule.VisitScript(context));
            audit.Findings = sink.Findings;
        }
    }

    private void VisitDocument(SourceText source, FileAudit audit, bool isConfiguration, TokenNames names)
    {
        var document = AgentDocumentReader.Read(source, isConfiguration, names);
        var sink = new FindingSink(_repository.Policy);
        var context = new DocumentContext(ForOthers ?? _repository, document, names, sink);
        _rules.Run(source.Path, audit.Diagnostics, rule => rule.VisitDocument(context));
        audit.Findings = sink.Findings;
        audit.Uses = [.. document.Mentions.Select(m => m.Use)];
    }

    /// <summary>The rules on the registry and on the repository as a whole.</summary>
    public IReadOnlyList<Finding> VisitWhole(IReadOnlyList<TokenUse> uses, IReadOnlyList<FileAudit> files, List<Diagnostic> diagnostics)
    {
        var sink = new FindingSink(_repository.Policy);
        if (_repository.Registry is { } registry)
        {
            var context = new RegistryContext(_repository, registry, sink);
            _rules.Run(registry.Source.Path, diagnostics, rule => rule.VisitRegistry(context));
        }

        var whole = new RepositoryContext(_repository, uses, files, sink);
        _rules.Run(path: null, diagnostics, rule => rule.VisitRepository(whole));
        return sink.Findings;
    }

    private static void Visit(Rules.Rule rule, PipelineContext context)
    {
        rule.VisitPipeline(context);
        foreach (var (job, steps) in context.JobSteps)
        {
            rule.VisitJob(context, job);
            foreach (var step in steps)
            {
                rule.VisitStep(context, job, step);
            }
        }

        foreach (var use in context.UseArray)
        {
            rule.VisitTokenUse(context, use);
        }
    }

    private IReadOnlyList<TokenUse> WithImplicit(Pipeline pipeline)
    {
        var uses = ImplicitUses.Of(_repository, pipeline);
        return uses.Count == 0 ? pipeline.TokenUses : [.. pipeline.TokenUses.Concat(uses).OrderBy(u => u.Span.Start)];
    }

    private static ScriptLanguage LanguageOf(string path) => ScriptLanguages.OfPath(path) ?? ScriptLanguage.Shell;

    /// <summary>Most scripts name no token: they need not be decoded. Those that a workflow calls with tokens under other names must be.</summary>
    private static TextGlance? GlanceAt(
        string path,
        TokenNames names,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<TokenReference>>> environments)
    {
        if (environments.GetValueOrDefault(path, ScriptEnvironments.None).Count > 0)
        {
            return null;
        }

        var language = LanguageOf(path);
        return bytes => names.MayContainAtGlance(bytes, language) || InlineSuppressionReader.MayContain(bytes);
    }

    private FileAudit[] VisitAll(
        string phase,
        int count,
        Func<int, string> pathOf,
        bool acceptLatin1,
        Func<int, TextGlance?>? glanceAt,
        Action<SourceText, int, FileAudit> visit)
    {
        var audits = new FileAudit[count];
        var done = 0;
        var next = -1;
        var workers = Math.Min(Environment.ProcessorCount, count);

        // Each takes the next file when it is done with one: given in ranges, a large file would hold up those behind it.
        Parallel.For(0, workers, new ParallelOptions { CancellationToken = _cancellation, MaxDegreeOfParallelism = Math.Max(1, workers) }, _ =>
        {
            while (Interlocked.Increment(ref next) is var index && index < count)
            {
                _cancellation.ThrowIfCancellationRequested();
                audits[index] = VisitOne(pathOf(index), index, acceptLatin1, glanceAt, visit);
                _progress?.Report(new AuditProgress(phase, Interlocked.Increment(ref done), count));
            }
        });
        return audits;
    }

    private FileAudit VisitOne(string path, int index, bool acceptLatin1, Func<int, TextGlance?>? glanceAt, Action<SourceText, int, FileAudit> visit)
    {
        var audit = new FileAudit { Path = path };
        DefectGuard.Run("internal-error", "Reading this file", path, audit.Diagnostics, () => ReadAndVisit(path, index, audit, acceptLatin1, glanceAt?.Invoke(index), visit));
        return audit;
    }

    private void ReadAndVisit(string path, int index, FileAudit audit, bool acceptLatin1, TextGlance? glance, Action<SourceText, int, FileAudit> visit)
    {
        // What a workflow runs was read for the proof of what it needs.
        var decoded = acceptLatin1 && _repository.LocalScripts.Known(path) is { } known ? new DecodedText(known, Error: null, Code: null)
            : glance is null ? _repository.Files.Read(path)
            : _repository.Files.Read(path, glance);
        if (ReferenceEquals(decoded, DecodedText.PassedOver))
        {
            audit.IsRead = true;
            return;
        }

        // A script may be in an older encoding and still run; the platform takes a workflow in UTF-8 only.
        if ((decoded.Source ?? (acceptLatin1 ? decoded.AsLatin1 : null)) is { } source)
        {
            audit.IsRead = true;
            visit(source, index, audit);
            audit.Suppressions = InlineSuppressionReader.Read(source);
        }
        else if (!IsProgram(path, decoded))
        {
            audit.Diagnostics.Add(new Diagnostic(decoded.Code ?? "unreadable-file", decoded.Error ?? "The file cannot be read.", path));
        }
    }

    /// <summary>Whether it is a program in <c>bin/</c> that was only taken for a script because it has no extension.</summary>
    private bool IsProgram(string path, DecodedText decoded) =>
        decoded.Code == "binary-file" && !_repository.IsLoose && Path.GetExtension(path).Length == 0 && ScriptLanguages.OfPath(path) is not null;
}
