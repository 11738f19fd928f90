using Warder.Engine.Auditing;
using Warder.Engine.Facts;
using Warder.Engine.Findings;
using Warder.Engine.Permissions;
using Warder.Engine.Registry;
using Warder.Pipelines;

namespace Warder.Engine.Rules.Permissions;

/// <summary>Finds registered tokens used for what the registry does not say they may do.</summary>
public sealed class PermissionsExceedRegistry : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "permissions-exceed-registry",
        Title = "A token is used beyond its registered permissions",
        Category = RuleCategory.Permissions,
        Severity = Severity.Error,
        Compliance = ["CICD-SEC-5", "NHI-5"],
    };

    /// <inheritdoc/>
    public override void VisitJob(PipelineContext context, Job job)
    {
        if (context.Repository.Registry is not { } registry || context.PermissionsOf(job) is not { } permissions)
        {
            return;
        }

        foreach (var needs in permissions.Needs.Others)
        {
            if (registry.Find(needs.Token) is { Status: TokenStatus.Registered, Permissions: { Count: > 0 } declared })
            {
                VisitToken(context, job, needs, declared);
            }
        }
    }

    private void VisitToken(PipelineContext context, Job job, TokenNeeds needs, IReadOnlyList<DeclaredPermission> declared)
    {
        var facts = context.Repository.Facts.Scopes;
        // A classic scope or a word of another provider covers what it covers: nothing is said then.
        if (declared.Any(d => d.Level is null || !facts.Find(d.Name).Any(s => s.Kind is PermissionKind.Workflow or PermissionKind.App)))
        {
            return;
        }

        foreach (var need in needs.All)
        {
            if (need.Certainty != Certainty.Certain || declared.Any(d => d.Level >= need.Level && need.IsServedBy(d.Name)))
            {
                continue;
            }

            var reason = need.Because[0];
            var level = need.Level == GrantLevel.Write ? "write" : "read";
            var use = context.Uses.FirstOrDefault(u => u.Token == needs.Token && (u.Job is null || u.Job == job.Id));
            context.Report(this, new FindingDraft
            {
                Span = use?.Span ?? job.KeySpan,
                Use = use,
                Token = needs.Token.Name,
                Job = job.Id,
                Message = $"{needs.Token.Name} is used for {reason.Text} (line {reason.Position.Line}), which needs `{need.Permission}: {level}`; the registry declares {string.Join(", ", declared.Select(d => d.Text))}",
                Why = "Either the token can do more than was agreed, or the step fails",
                Hint = "Use a token that is registered for it, or declare the permission after review",
                Identity = $"{need.Permission}:{level}",
            });
        }
    }
}
