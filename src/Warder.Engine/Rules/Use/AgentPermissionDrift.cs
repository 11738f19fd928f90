using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Registry;
using Warder.Pipelines;
using Warder.Pipelines.Documents;

namespace Warder.Engine.Rules.Use;

/// <summary>Finds permissions that a document claims for an agent's token and that the registry does not say.</summary>
public sealed class AgentPermissionDrift : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "agent-permission-drift",
        Title = "A document claims other permissions than the registry",
        Category = RuleCategory.Use,
        Severity = Severity.Warning,
        Compliance = ["CICD-SEC-2", "NHI-5"],
    };

    /// <inheritdoc/>
    public override void VisitDocument(DocumentContext context)
    {
        foreach (var claim in context.Document.Claims)
        {
            if (claim.Token is not { } token
                || context.Repository.Registry?.Find(token) is not { Permissions: { } declared } entry
                || FindDrift(claim, declared) is not { } says)
            {
                continue;
            }

            var claimed = claim.Level is { } level ? $"{claim.Permission}: {Word(level)}" : claim.Permission;
            context.Report(this, new FindingDraft
            {
                Span = claim.Span,
                Message = $"This document claims {claimed} for {entry.Name}, and the registry {says}",
                Why = "One of the two is wrong: the agent plans with rights it does not have, or the token has rights nobody registered",
                Hint = $"Write what the token really may do, here and in {context.Repository.Registry.Source.Path}",
                Token = entry.Name,
                Identity = claim.Permission,
            });
        }
    }

    private static string? FindDrift(ClaimedPermission claim, IReadOnlyList<DeclaredPermission> declared)
    {
        var found = declared.FirstOrDefault(p => string.Equals(p.Name, claim.Permission, StringComparison.OrdinalIgnoreCase));
        if (found is null)
        {
            // Every token may read metadata, written or not.
            var isImplied = claim is { Permission: "metadata", Level: null or GrantLevel.Read } or { Level: GrantLevel.None };
            return isImplied ? null : "grants nothing of it";
        }

        return claim.Level is { } level && found.Level is { } other && level != other ? $"says {Word(other)}" : null;
    }

    private static string Word(GrantLevel level) => level.ToString().ToLowerInvariant();
}
