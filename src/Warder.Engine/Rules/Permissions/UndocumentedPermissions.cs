using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Pipelines;

namespace Warder.Engine.Rules.Permissions;

/// <summary>Finds grants without a comment that says why.</summary>
public sealed class UndocumentedPermissions : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "undocumented-permissions",
        Title = "A grant does not say why",
        Category = RuleCategory.Permissions,
        Severity = Severity.Info,
        Persona = Persona.Pedantic,
        Compliance = ["CICD-SEC-5"],
        Aliases = [new RuleAlias("zizmor", "undocumented-permissions")],
    };

    /// <inheritdoc/>
    public override void VisitPipeline(PipelineContext context)
    {
        if (context.Pipeline.Permissions is { } permissions)
        {
            Check(context, permissions, job: null);
        }
    }

    /// <inheritdoc/>
    public override void VisitJob(PipelineContext context, Job job)
    {
        if (job.Permissions is { } permissions)
        {
            Check(context, permissions, job.Id);
        }
    }

    private void Check(PipelineContext context, PermissionSet permissions, string? job)
    {
        foreach (var grant in permissions.Grants)
        {
            var isPlain = grant.Level is null or GrantLevel.None || grant is { Permission: "contents", Level: GrantLevel.Read };
            if (!isPlain && !IsExplained(context, grant, permissions))
            {
                context.Report(this, new FindingDraft
                {
                    Span = grant.PermissionSpan,
                    Job = job,
                    Message = $"Nothing says why `{grant.Permission}: {grant.LevelText}` is granted",
                    Why = "The next person cannot tell whether it may go",
                    Hint = "Put the reason behind it as a comment",
                    Identity = grant.Permission,
                });
            }
        }
    }

    /// <summary>A comment on the line of the grant or directly above it; for the first one also above the key.</summary>
    private static bool IsExplained(PipelineContext context, Grant grant, PermissionSet permissions)
    {
        var line = context.Source.GetPosition(grant.PermissionSpan.Start).Line;
        var key = context.Source.GetPosition(permissions.Span.Start).Line;
        foreach (var comment in context.Pipeline.Tree.Comments)
        {
            var at = context.Source.GetPosition(comment.Span.Start).Line;
            if (at == line || at == line - 1 || (permissions.Grants.Count == 1 && (at == key || at == key - 1)))
            {
                return true;
            }
        }

        return false;
    }
}
