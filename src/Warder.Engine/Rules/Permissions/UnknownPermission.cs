using Warder.Engine.Auditing;
using Warder.Engine.Facts;
using Warder.Engine.Findings;
using Warder.Engine.Registry;
using Warder.Pipelines;

namespace Warder.Engine.Rules.Permissions;

/// <summary>Finds scopes and levels under a workflow's <c>permissions</c> that the platform does not have.</summary>
public sealed class UnknownPermission : Rule
{
    private static readonly string[] Shorthands = ["read-all", "write-all"];
    private static readonly string[] Levels = ["read", "write", "none"];

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "unknown-permission",
        Title = "A permission that the platform does not have",
        Category = RuleCategory.Permissions,
        Severity = Severity.Warning,
        Compliance = ["CICD-SEC-5", "CICD-SEC-7"],
        Aliases = [new RuleAlias("actionlint", "permissions")],
    };

    /// <inheritdoc/>
    public override void VisitPipeline(PipelineContext context)
    {
        if (context.Pipeline.Platform == "github" && context.Pipeline.Permissions is { } permissions)
        {
            Check(context, permissions, job: null);
        }
    }

    /// <inheritdoc/>
    public override void VisitJob(PipelineContext context, Job job)
    {
        if (context.Pipeline.Platform == "github" && job.Permissions is { } permissions)
        {
            Check(context, permissions, job.Id);
        }
    }

    private void Check(PipelineContext context, PermissionSet permissions, string? job)
    {
        if (permissions.Form == PermissionForm.Invalid)
        {
            CheckWhole(context, permissions, job);
            return;
        }

        var scopes = context.Repository.Facts.Scopes;
        foreach (var grant in permissions.Grants)
        {
            if (scopes.FindInWorkflow(grant.Permission) is { } scope)
            {
                CheckLevel(context, scope, grant, job);
            }
            else if (!context.Repository.Policy.OwnScopes.Contains(grant.Permission))
            {
                context.Report(this, new FindingDraft
                {
                    Span = grant.PermissionSpan,
                    Message = $"There is no permission `{grant.Permission}`",
                    Why = "The platform rejects a workflow that asks for a permission it does not have",
                    Hint = SuggestScope(scopes, grant.Permission),
                    Job = job,
                    Identity = grant.Permission,
                });
            }
        }
    }

    private void CheckWhole(PipelineContext context, PermissionSet permissions, string? job)
    {
        var written = context.Source.GetText(permissions.ValueSpan);
        if (written.Length is 0 or > 40 || context.Pipeline.Problems.Any(p => p.Span.Overlaps(permissions.ValueSpan)))
        {
            return;
        }

        context.Report(this, new FindingDraft
        {
            Span = permissions.ValueSpan,
            Message = $"`permissions` cannot be `{written}`",
            Why = "The platform rejects the workflow",
            Hint = written switch
            {
                "read" or "write" => $"Did you mean `{written}-all`?",
                "none" => "Write `permissions: {}`",
                _ => FieldValues.DidYouMean(written, Shorthands) ?? "Write a mapping of permissions, `read-all` or `write-all`",
            },
            Job = job,
            Identity = written,
        });
    }

    private void CheckLevel(PipelineContext context, PermissionScope scope, Grant grant, string? job)
    {
        if (grant.Level is { } level && scope.Levels.Contains(level))
        {
            return;
        }

        var levels = string.Join(", ", scope.Levels.Select(l => $"`{Levels[l switch { GrantLevel.Read => 0, GrantLevel.Write => 1, _ => 2 }]}`"));
        context.Report(this, new FindingDraft
        {
            Span = grant.LevelSpan,
            Message = $"The permission `{grant.Permission}` has no level `{grant.LevelText}`",
            Why = "The platform rejects a workflow that asks for a level it does not have",
            Hint = grant.Level is null && FieldValues.DidYouMean(grant.LevelText, Levels) is { } near ? near : $"Its levels are {levels}",
            Job = job,
            Identity = $"{grant.Permission}:{grant.LevelText}",
        });
    }

    private static string SuggestScope(PermissionScopes scopes, string written)
    {
        if (Spelling.Nearest(written, scopes.WorkflowNames) is { } near)
        {
            return $"Did you mean `{near}`?";
        }

        return scopes.Find(written).Any(s => s.Kind == PermissionKind.App)
            ? "Only apps and fine-grained tokens have it; the default token cannot get it"
            : "Where the platform has it since lately, add it to `facts.scopes` in the policy";
    }
}
