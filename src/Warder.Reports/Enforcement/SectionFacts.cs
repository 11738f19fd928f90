using Warder.Engine;
using Warder.Engine.Auditing;
using Warder.Engine.Enforcement;
using Warder.Engine.Findings;
using Warder.Engine.Hygiene;
using Warder.Engine.Registry;
using Warder.Pipelines;

namespace Warder.Reports.Enforcement;

/// <summary>What each section states besides its findings; every figure is counted in this run.</summary>
internal sealed class SectionFacts
{
    private const string NotSeen = "not looked at: git could not be asked";
    private readonly EnforcementResult _result;
    private readonly AuditResult _audit;
    private readonly AuditTally _tally;

    public SectionFacts(EnforcementResult result)
    {
        _result = result;
        _audit = result.Audit;
        _tally = AuditTally.Of([result.Audit]);
    }

    public IReadOnlyList<SectionFact> Of(EnforcementSection section) => section switch
    {
        EnforcementSection.Registry => RegistryFacts(),
        EnforcementSection.Workflows => WorkflowFacts(),
        EnforcementSection.Agents => AgentFacts(),
        EnforcementSection.Audit => AuditFacts(),
        EnforcementSection.Cleanup => CleanupFacts(),
        EnforcementSection.Potato => PotatoFacts(),
        EnforcementSection.Environment => EnvironmentFacts(),
        _ => [.. _result.Documents.Select(d => new SectionFact(d.Path, EnforcementWords.Of(d.Standing)))],
    };

    private List<SectionFact> RegistryFacts()
    {
        var repository = _audit.Repository;
        var facts = new List<SectionFact> { new("Registry", repository.Registry?.Source.Path ?? "missing") };
        if (repository.Registry is { } registry)
        {
            var statuses = registry.Entries.Select(e => registry.Find(e.Name) ?? e).DistinctBy(e => e.Name, StringComparer.Ordinal).CountBy(e => e.Status).ToDictionary();
            facts.Add(new("Registered tokens", $"{_tally.Registered}, of which {_tally.RegisteredUsed} are used"));
            facts.Add(new("Deprecated and prohibited", $"{statuses.GetValueOrDefault(TokenStatus.Deprecated)} and {statuses.GetValueOrDefault(TokenStatus.Prohibited)}"));
        }

        facts.Add(new("Policy", repository.Policy.Source?.Path ?? "no file; the defaults hold"));
        facts.Add(new("Default token", EnforcementWords.Of(repository.DefaultToken)));
        return facts;
    }

    private List<SectionFact> WorkflowFacts()
    {
        var uses = UsesIn(UseScope.PipelineEnv, UseScope.Implicit);
        var byDefault = uses.Where(u => u.Token.Kind == TokenKind.DefaultToken).ToList();
        return
        [
            new("Read", $"{Words.Count(_tally.Counts.Workflows, "workflow")} with {Words.Count(_tally.Counts.Jobs, "job")}, {Words.Count(_tally.Counts.Actions, "action")}"),
            new("Uses of tokens", $"{uses.Count}, of {Words.Count(Names(uses), "secret")}"),
            new("Uses of the default token", $"{byDefault.Count(u => u.Explicit)} written, {byDefault.Count(u => !u.Explicit)} implicit, in {Words.Count(Files(byDefault), "file")}"),
        ];
    }

    private List<SectionFact> AgentFacts()
    {
        var uses = UsesIn(UseScope.Document, UseScope.Configuration);
        return
        [
            new("Read", Words.Count(_tally.Counts.Documents, "document")),
            new("Tokens named", $"{Words.Count(uses.Count, "time")} in {Words.Count(Files(uses), "document")}"),
        ];
    }

    private List<SectionFact> AuditFacts()
    {
        var uses = UsesIn(UseScope.ScriptFile, UseScope.ScriptFile);
        return
        [
            new("Scripts", $"{_tally.Counts.Scripts} read, {Files(uses)} of them use tokens"),
            new("Uses of tokens in all", $"{_audit.Uses.Count}, of which {CompliantUses.Of(_audit).Count} are registered and allowed"),
            new("Could not be followed", Words.Count(_tally.Unknowns, "value")),
            new("Hidden findings", $"{_tally[SuppressionKind.Inline]} inline, {_tally[SuppressionKind.Exception]} by exception, {_tally[SuppressionKind.Baseline]} in the baseline"),
        ];
    }

    /// <summary>Whether git could not be asked, so that finding nothing says nothing.</summary>
    private bool IsBlind => _audit.Repository.Git is null or { Problems.Count: > 0 };

    private List<SectionFact> CleanupFacts() => IsBlind || _audit.Repository.Survey is not { } survey
        ? [new("Files", NotSeen)]
        :
        [
            new("Files", $"{survey.Files} that git tracks or would take"),
            new("Environment files", $"{survey.EnvFiles.Count}, templates among them"),
            new("Artifacts in the root", Found("root-artifact")),
        ];

    private List<SectionFact> PotatoFacts()
    {
        var potato = _audit.Repository.Policy.Potato;
        var missing = _audit.Findings.Where(f => f.Rule.Slug == "potato-ignore").Select(f => f.Location.Path).Distinct(StringComparer.Ordinal).ToList();
        var files = potato.IgnoreFiles.Select(f => f.Path).Where(p => _audit.Repository.Files.Exists(p)).ToList();
        return
        [
            new("Protected patterns", $"{potato.Patterns.Count}"),
            new("Ignore files", files.Count == 0 ? "none" : string.Join(", ", files)),
            new("Patterns missing in", IsBlind ? NotSeen : missing.Count == 0 ? "none" : string.Join(", ", missing)),
            new("Sensitive files in git or about to be", IsBlind ? NotSeen : Found("sensitive-file-exposed")),
        ];
    }

    private List<SectionFact> EnvironmentFacts()
    {
        var (files, policy) = (_audit.Repository.Files, _audit.Repository.Policy);
        var folder = VirtualEnvironment.FolderUnder(policy);
        var mark = VirtualEnvironment.ProjectMarks.FirstOrDefault(files.Exists);
        var asked = VirtualEnvironment.IsRequired(policy) ? "the policy asks for it" : "the policy does not ask for it";
        return
        [
            new("Virtual environment", mark is null ? "not a Python project" : $"{folder} is {(files.Exists(folder + "/pyvenv.cfg") ? "there" : "missing")}; {asked}"),
            new("Folder for logs", $"{policy.Guard.Logs}/"),
        ];
    }

    private string Found(string slug) => Words.Count(_audit.Findings.Count(f => f.Rule.Slug == slug), "finding");

    private List<TokenUse> UsesIn(UseScope from, UseScope to) => [.. _audit.Uses.Where(u => u.Scope >= from && u.Scope <= to)];

    private static int Files(List<TokenUse> uses) => uses.Select(u => u.Path).Distinct(StringComparer.Ordinal).Count();

    private static int Names(List<TokenUse> uses) =>
        uses.Where(u => u.Token.Kind == TokenKind.Secret).Select(u => u.Token.Name).Distinct(StringComparer.Ordinal).Count();
}
