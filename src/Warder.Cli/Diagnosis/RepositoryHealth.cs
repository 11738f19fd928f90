using Warder.Engine.Auditing;
using Warder.Engine.Registry;
using Warder.Reports.Health;

namespace Warder.Cli.Diagnosis;

/// <summary>The repository: what is found in it, its policy, registry, baseline and folder for logs.</summary>
internal static class RepositoryHealth
{
    private const int ToldDiagnostics = 20;

    public static IEnumerable<HealthItem> Check(AuditResult audit)
    {
        var repository = audit.Repository;
        var counts = audit.Counts;
        yield return new HealthItem("repository", HealthState.Good, repository.Files.Root!);
        yield return counts.Workflows + counts.Actions + counts.Scripts + counts.Documents == 0
            ? new HealthItem("files", HealthState.Absent, "no workflow, action, script or document for agents was found")
            : new HealthItem("files", HealthState.Good, $"{Counted.Of(counts.Workflows, "workflow")}, {Counted.Of(counts.Actions, "action")}, {Counted.Of(counts.Scripts, "script")}, {Counted.Of(counts.Documents, "document")}");
        yield return repository.Policy.Source is { } policy
            ? new HealthItem("policy", repository.Policy.Problems.Count == 0 ? HealthState.Good : HealthState.Problem, policy.Path, repository.Policy.Problems.Count == 0 ? null : "Mend what is said of it below; 'warder registry schema --policy' has every key.")
            : new HealthItem("policy", HealthState.Absent, "no .warder.yml; the defaults hold", "'warder init' writes one.");
        yield return Registry(repository.Registry, audit);
        if (repository.Policy.BaselinePath is { } baseline && !repository.Files.Exists(baseline))
        {
            yield return new HealthItem("baseline", HealthState.Problem, $"{baseline} is not there", "'warder baseline create', or take `baseline` out of the policy.");
        }

        yield return Logs(repository.Files.Root!, repository.Policy.Guard.Logs);
        foreach (var diagnostic in audit.Diagnostics.Take(ToldDiagnostics))
        {
            var place = diagnostic.Position is { } position ? $":{position.Line}:{position.Column}" : "";
            yield return new HealthItem("not looked at", HealthState.Problem, $"{diagnostic.Path ?? "."}{place}: {diagnostic.Message}", RemedyOf(diagnostic.Code));
        }

        if (audit.Diagnostics.Count > ToldDiagnostics)
        {
            yield return new HealthItem("not looked at", HealthState.Problem, $"and {audit.Diagnostics.Count - ToldDiagnostics} more: 'warder audit' names them");
        }
    }

    private static HealthItem Registry(TokenRegistry? registry, AuditResult audit)
    {
        if (registry is null)
        {
            return audit.Uses.Count == 0
                ? new HealthItem("registry", HealthState.Absent, "none, and no token is used")
                : new HealthItem("registry", HealthState.Problem, "none, though tokens are used", "'warder init' or 'warder registry discover --write' writes one.");
        }

        var wrong = audit.Findings.Count(f => f.Location.Path == registry.Source.Path);
        var text = $"{registry.Source.Path}: {(registry.Entries.Count == 1 ? "1 entry" : $"{registry.Entries.Count} entries")}";
        return wrong == 0
            ? new HealthItem("registry", HealthState.Good, text)
            : new HealthItem("registry", HealthState.Problem, $"{text}, {Counted.Of(wrong, "finding")}", "'warder registry check' names them.");
    }

    private static HealthItem Logs(string root, string logs)
    {
        var full = Path.Join(root, logs);
        return File.Exists(full)
            ? new HealthItem("logs", HealthState.Problem, $"{logs} is a file", "Move it, or name another folder in guard.logs of the policy.")
            : Directory.Exists(full)
                ? new HealthItem("logs", HealthState.Good, logs + "/")
                : new HealthItem("logs", HealthState.Absent, $"{logs}/ is made when something is written there");
    }

    private static string? RemedyOf(string code) => code switch
    {
        "invalid-policy" => "Mend the policy at that place.",
        "unreadable-file" => "Make it readable for whoever runs Warder, or name it under `ignore` in the policy.",
        "git" => "Make git answer: 'git status' in that folder says more.",
        _ => null,
    };
}
