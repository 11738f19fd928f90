using System.Text.Json.Nodes;
using Warder.Engine.Auditing;
using Warder.Engine.Registry;
using Warder.Pipelines;
using Warder.Pipelines.GitHub;
using Warder.Reports.Templates;

namespace Warder.Reports.Aar.Parts;

/// <summary>What happened to the automation itself: pipelines, scripts with tokens, the registry and the policy.</summary>
internal static class AutomationPart
{
    public static JsonObject Of(AarFacts facts)
    {
        var most = facts.Head.Most;
        var isWanted = FilterOf(facts.Validation.Audit);
        var commits = facts.Activity?.Touching(isWanted) ?? [];
        var files = (facts.Activity?.Files ?? []).Where(f => isWanted(f.Path)).ToList();
        return new JsonObject
        {
            ["known"] = facts.Activity is not null,
            ["commits"] = commits.Count,
            ["authors"] = commits.Select(c => c.Author).Distinct(StringComparer.Ordinal).Count(),
            ["files"] = files.Count,
            ["changed_files"] = ModelText.List(files, f => new JsonObject { ["path"] = f.Path, ["commits"] = f.Commits, ["added"] = f.Added, ["deleted"] = f.Deleted }, most),
            ["changes"] = ModelText.List(commits, GitPart.CommitOf, most),
        };
    }

    /// <summary>The tokens in use, those of the most files first.</summary>
    public static JsonArray TokensOf(AarFacts facts) => ModelText.List(
        facts.Validation.Audit.Uses
            .Where(u => u.Token.Kind is TokenKind.Secret or TokenKind.DefaultToken)
            .GroupBy(u => u.Token.Name, StringComparer.Ordinal)
            .Select(g => (Name: g.Key, Uses: g.Count(), Files: g.Select(u => u.Path).Distinct(StringComparer.Ordinal).Count()))
            .OrderByDescending(t => t.Files)
            .ThenByDescending(t => t.Uses)
            .ThenBy(t => t.Name, StringComparer.Ordinal),
        t => TokenOf(t.Name, t.Uses, t.Files, facts.Validation.Audit.Repository.Registry),
        facts.Head.Most);

    /// <summary>Whether a path is one of the automation's own.</summary>
    public static Func<string, bool> FilterOf(AuditResult audit)
    {
        var users = audit.Uses.Select(u => u.Path).ToHashSet(StringComparer.Ordinal);
        if (audit.Repository.Registry is { } registry)
        {
            users.Add(registry.Source.Path);
        }

        if (audit.Repository.Policy.Source is { } policy)
        {
            users.Add(policy.Path);
        }

        return path => GitHubReader.IsWorkflowPath(path) || GitHubReader.IsActionPath(path) || users.Contains(path);
    }

    private static JsonObject TokenOf(string name, int uses, int files, TokenRegistry? registry) => new()
    {
        ["token"] = name,
        ["status"] = registry?.Find(name) is { } entry ? Words.Of(entry.Status) : "unregistered",
        ["owner"] = registry?.Find(name)?["owner"],
        ["uses"] = uses,
        ["files"] = files,
    };
}
