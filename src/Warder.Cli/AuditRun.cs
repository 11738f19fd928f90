using Warder.Engine.Auditing;
using Warder.Engine.Auditing.Caching;
using Warder.Engine.Facts;
using Warder.Engine.Findings;
using Warder.Engine.Permissions.Evidence;
using Warder.Engine.Rules;
using Warder.Syntax;

namespace Warder.Cli;

/// <summary>Audits what the user named, and says what cannot be audited.</summary>
internal sealed class AuditRun
{
    private const string StandardInput = "-";

    /// <summary>Slugs of the rules to run; null for all.</summary>
    public IReadOnlySet<string>? Rules { get; init; }

    /// <summary>Whether the baseline hides findings.</summary>
    public bool UseBaseline { get; init; } = true;

    /// <summary>Which rules run without being asked for one by one.</summary>
    public RuleStart Start { get; init; } = RuleStart.Audit;

    /// <summary>Whether the results keep need against grant of every job.</summary>
    public bool KeepPermissions { get; init; }

    /// <summary>What runs were seen to use of the default token's permissions.</summary>
    public IReadOnlyList<Observation> Evidence { get; init; } = [];

    /// <summary>Whether scripts and documents are read beside the pipelines whose permissions are kept.</summary>
    public bool ReadsAll { get; init; }

    /// <summary>Says what day it is.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Whether what the last audit found in files that did not change is taken over.</summary>
    public bool UseCache { get; init; } = true;

    /// <summary>Whether to show progress.</summary>
    public bool ShowProgress { get; init; }

    /// <summary>Audits the paths; null, with the reason on standard error, where one is not there.</summary>
    public IReadOnlyList<AuditResult>? Run(IReadOnlyList<string> paths)
    {
        FirstMemory.Take();
        var cache = UseCache && Clock == TimeProvider.System ? CacheFolder.Open() : null;
        if (cache is null || !IsKept(cache, paths))
        {
            Auditor.Prepare(FactBase.Embedded);
        }

        var problems = new List<Diagnostic>();
        var targets = Targets(paths, problems);
        if (problems.Count > 0)
        {
            foreach (var problem in problems)
            {
                Console.Error.WriteLine($"warder: {problem.Path}: {problem.Message}");
            }

            return null;
        }

        var auditor = new Auditor(RuleCatalogue.All, FactBase.Embedded, Clock);
        using var progress = new ProgressLine(ShowProgress && !Console.IsErrorRedirected);
        var results = new List<AuditResult>(targets.Count);
        foreach (var target in targets)
        {
            progress.Repository = targets.Count > 1 ? target.Files.Name : null;
            using var git = target.Files.Root is { } root && !target.Options.IsLoose ? new Hygiene.GitRepository(root) : null;
            results.Add(auditor.Audit(target.Files, target.Options with { Git = git, Cache = cache, Rules = Rules, Start = Start, UseBaseline = UseBaseline, KeepPermissions = KeepPermissions, PipelinesOnly = KeepPermissions && !ReadsAll, Evidence = Evidence }, progress));
        }

        return results;
    }

    /// <summary>Whether earlier audits of these paths were kept, so that little is to do that needs preparation.</summary>
    private bool IsKept(AuditCache cache, IReadOnlyList<string> paths)
    {
        var options = new AuditOptions { Rules = Rules, Start = Start };
        return paths.DefaultIfEmpty(".").All(p => Path.Exists(p) && cache.Has(AuditTargets.RootOf(p), options));
    }

    private static IReadOnlyList<AuditTarget> Targets(IReadOnlyList<string> paths, List<Diagnostic> problems)
    {
        if (paths.Count == 0)
        {
            return AuditTargets.Find(["."], problems);
        }

        var named = paths.Where(p => p != StandardInput).ToList();
        var targets = named.Count == 0 ? [] : AuditTargets.Find(named, problems).ToList();
        if (named.Count < paths.Count)
        {
            targets.Add(new AuditTarget(new LooseFiles("stdin.yml", ReadInput()), new AuditOptions { IsLoose = true }));
        }

        return targets;
    }

    private static DecodedText ReadInput()
    {
        using var input = Console.OpenStandardInput();
        return FileReader.Read(input, "stdin.yml");
    }
}
