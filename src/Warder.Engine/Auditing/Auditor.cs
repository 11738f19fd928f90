using Warder.Engine.Auditing.Caching;
using Warder.Engine.Facts;
using Warder.Engine.Findings;
using Warder.Engine.Policy;
using Warder.Engine.Registry;
using Warder.Engine.Rules;
using Warder.Pipelines;
using Warder.Pipelines.GitHub;
using Warder.Pipelines.Scripts;
using Warder.Syntax;

namespace Warder.Engine.Auditing;

/// <summary>
/// Audits one repository: policy and registry first, then every workflow and action, then scripts and documents with the
/// names learnt from those, then the rules on the whole. Each file is read, parsed and visited once, and then let go.
/// </summary>
public sealed class Auditor
{
    private readonly IReadOnlyList<Rule> _rules;
    private readonly FactBase _facts;
    private readonly TimeProvider _clock;

    /// <summary>Makes an auditor.</summary>
    /// <param name="rules">The rules to run, sorted by slug.</param>
    /// <param name="facts">What is known of actions and providers.</param>
    /// <param name="clock">Says what day it is.</param>
    public Auditor(IReadOnlyList<Rule> rules, FactBase facts, TimeProvider clock)
    {
        _rules = rules;
        _facts = facts;
        _clock = clock;
    }

    /// <summary>
    /// Begins in the background what every audit needs: facts, and the tables by which workflows are read. Called before the files
    /// are listed, it uses the time in which one processor would be idle.
    /// </summary>
    public static void Prepare(FactBase facts) => _ = Task.Run(() =>
    {
        facts.Prepare();
        GitHubReader.Prepare();
        Exposure.Scanning.ValueScanner.Prepare();
    });

    /// <summary>Audits a repository.</summary>
    public AuditResult Audit(
        RepositoryFiles files,
        AuditOptions? options = null,
        IProgress<AuditProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        options ??= new AuditOptions();
        var diagnostics = new List<Diagnostic>(files.Problems);
        var policy = PolicyLoader.Load(files, _rules, diagnostics);
        var cache = CacheOf(files, options);
        var noted = cache is null ? null : new NotedFiles(files);
        var repository = Open(noted ?? files, policy, options, diagnostics);
        var running = _rules.Where(r => Runs(r.Descriptor, policy, options)).ToList();
        var plan = FilePlan.Of(files, policy, _facts, options);
        diagnostics.AddRange(plan.Problems);
        var runner = new RuleRunner(running);
        var askedByOthers = noted is null ? null : new NotedFiles(files);
        var visitor = new FileVisitor(repository, runner, progress, cancellation)
        {
            KeepPermissions = options.KeepPermissions,
            ForOthers = askedByOthers is null ? null : repository.With(askedByOthers),
        };
        var caching = noted is null ? null : new CachingVisitor(repository, noted, askedByOthers!, running, visitor, cache!.Find(files.Root!, options));
        IFileVisitor first = options.Memory is { } memory ? new RememberingVisitor(repository, runner, memory, cancellation) : caching ?? (IFileVisitor)visitor;

        var pipelines = first.VisitPipelines(plan.Pipelines);
        var (scripts, documents) = options.PipelinesOnly
            ? ([], [])
            : first.VisitOthers(plan.Scripts, plan.Documents, NamesOf(repository, pipelines), ScriptEnvironments.Of(pipelines));
        var keeping = caching is null ? Task.CompletedTask : Task.Run(() => Keep(cache!, files.Root!, options, caching), cancellation);

        List<FileAudit> all = [.. pipelines, .. scripts, .. documents];
        foreach (var file in all)
        {
            diagnostics.AddRange(file.Diagnostics);
        }

        var uses = all.SelectMany(f => f.Uses).OrderBy(u => u.Path, StringComparer.Ordinal).ThenBy(u => u.Span.Start).ToList();
        List<Finding> findings = [.. all.SelectMany(f => f.Findings)];
        if (options.Only is null)
        {
            findings.AddRange(visitor.VisitWhole(uses, all, diagnostics));
            diagnostics.AddRange(repository.Git?.Problems ?? []);
        }

        var suppressor = new Suppressor(policy, repository.Today, options.UseBaseline ? Baseline.Load(files, policy, diagnostics) : null);
        var verdict = suppressor.Apply(
            FindingOrder.Sort(findings),
            [.. all.SelectMany(f => f.Suppressions), .. SuppressionsOf(repository, options)],
            running,
            files,
            diagnostics);
        keeping.Wait(cancellation);
        return new AuditResult
        {
            Repository = repository,
            Findings = verdict.Findings,
            Suppressed = verdict.Suppressed,
            Diagnostics = diagnostics,
            Unknowns = [.. all.SelectMany(f => f.Unknowns)],
            Uses = uses,
            Jobs = [.. pipelines.SelectMany(p => p.Permissions)],
            Rules = [.. running.Select(r => r.Descriptor.Slug)],
            IsWhole = options is { Only: null, IsLoose: false, PipelinesOnly: false },
            Counts = CountsOf(plan, pipelines, scripts, documents),
        };
    }

    /// <summary>Opens a repository as an audit sees it, and tells which of its workflows and actions would be looked at.</summary>
    internal (Repository Repository, IReadOnlyList<string> Pipelines) Open(RepositoryFiles files, AuditOptions options, List<Diagnostic> diagnostics)
    {
        diagnostics.AddRange(files.Problems);
        var policy = PolicyLoader.Load(files, _rules, diagnostics);
        var plan = FilePlan.Of(files, policy, _facts, options);
        diagnostics.AddRange(plan.Problems);
        return (Open(files, policy, options, diagnostics), plan.Pipelines);
    }

    /// <summary>Where the audit is kept: only that of a whole repository on disk, from which nothing but findings is wanted.</summary>
    private static AuditCache? CacheOf(RepositoryFiles files, AuditOptions options) =>
        files.Root is { } root && options is { Cache: { } cache, Only: null, IsLoose: false, KeepPermissions: false, PipelinesOnly: false, Memory: null, Evidence.Count: 0 } && cache.LiesOutside(root) ? cache : null;

    /// <summary>Keeps what was found for the next audit, beside the rules on the whole that one processor is busy with.</summary>
    private static void Keep(AuditCache cache, string root, AuditOptions options, CachingVisitor caching)
    {
        if (caching.HasNews)
        {
            cache.Keep(root, options, caching.Write);
        }
    }

    private Repository Open(RepositoryFiles files, Policy.AuditPolicy policy, AuditOptions options, List<Diagnostic> diagnostics)
    {
        var registry = RegistryLoader.Load(files, policy, diagnostics);
        return new Repository
        {
            Files = files,
            Policy = policy,
            Registry = registry,
            Facts = _facts,
            Today = DateOnly.FromDateTime(_clock.GetLocalNow().DateTime),
            LocalPipelines = new LocalPipelines(files),
            IsLoose = options.IsLoose,
            Evidence = options.Evidence,
            Git = options.Git,
            ProvesOtherTokens = registry is not null || options.KeepPermissions,
            ExpectsRegistry = policy.Source is not null || options.Start >= RuleStart.Validation,
        };
    }

    /// <summary>Whether a rule runs: chosen by name, else by the policy, else by the kind of the run.</summary>
    private static bool Runs(RuleDescriptor rule, Policy.AuditPolicy policy, AuditOptions options)
    {
        if (policy.IsOff(rule))
        {
            return false;
        }

        if (options.Rules is { } chosen)
        {
            return chosen.Contains(rule.Slug);
        }

        return rule.Start <= options.Start || policy.IsAsked(rule);
    }

    /// <summary>What was looked at: a file that could not be read was not.</summary>
    private static AuditCounts CountsOf(
        FilePlan plan,
        IReadOnlyList<FileAudit> pipelines,
        IReadOnlyList<FileAudit> scripts,
        IReadOnlyList<FileAudit> documents)
    {
        var actions = 0;
        for (var i = 0; i < pipelines.Count; i++)
        {
            actions += pipelines[i].IsRead && GitHubReader.IsActionPath(plan.Pipelines[i]) ? 1 : 0;
        }

        return new AuditCounts(
            pipelines.Count(p => p.IsRead) - actions,
            actions,
            scripts.Count(s => s.IsRead),
            documents.Count(d => d.IsRead),
            pipelines.Sum(p => p.Jobs));
    }

    /// <summary>The suppressions in the registry and the policy, whose findings come from the visit of the whole.</summary>
    private static IEnumerable<InlineSuppression> SuppressionsOf(Repository repository, AuditOptions options)
    {
        if (options.Only is not null)
        {
            return [];
        }

        SourceText?[] sources = [repository.Registry?.Source, repository.Policy.Source];
        return sources.OfType<SourceText>().SelectMany(InlineSuppressionReader.Read);
    }

    /// <summary>The names that scripts and documents are searched for: what is registered, and what the pipelines use.</summary>
    private static TokenNames NamesOf(Repository repository, IReadOnlyList<FileAudit> pipelines)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal) { TokenReference.DefaultTokenName };
        foreach (var entry in repository.Registry?.Entries ?? [])
        {
            names.Add(entry.Name);
        }

        foreach (var use in pipelines.SelectMany(p => p.Uses))
        {
            if (use.Token.Kind == TokenKind.Secret)
            {
                names.Add(use.Token.Name);
            }
        }

        return new TokenNames(names);
    }
}
