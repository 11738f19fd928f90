using Warder.Engine.Auditing;
using Warder.Engine.Facts;
using Warder.Engine.Findings;
using Warder.Engine.Permissions;
using Warder.Engine.Policy;
using Warder.Pipelines;

namespace Warder.Engine.Rules.Use;

/// <summary>Finds uses of the default token that nobody wrote: defaults of action inputs, pushes with a left-behind credential.</summary>
public sealed class ImplicitDefaultToken : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "implicit-default-token",
        Title = "The default token is used without being written",
        Category = RuleCategory.Use,
        Severity = Severity.Warning,
        Compliance = ["CICD-SEC-2", "CICD-SEC-5", "NHI-5"],
    };

    /// <inheritdoc/>
    public override void VisitTokenUse(PipelineContext context, TokenUse use)
    {
        // The whole `github` context carries the token too, but hands it to nobody.
        if (use.Explicit || use.Scope != UseScope.Implicit || use.Consumer is null || use.Token.Kind != TokenKind.DefaultToken)
        {
            return;
        }

        var policy = context.Repository.DefaultToken;
        if (policy is not (DefaultTokenPolicy.Forbid or DefaultTokenPolicy.ReadOnly))
        {
            return;
        }

        if (use.Binding == ImplicitUses.PushBinding)
        {
            ReportPush(context, use);
        }
        else if (EffectiveGrants.JobOf(context.Pipeline, use)?.Steps.FirstOrDefault(s => s.Index == use.StepIndex) is { Action: { } action })
        {
            ReportInput(context, use, action, policy);
        }
    }

    private void ReportPush(PipelineContext context, TokenUse use)
    {
        var level = EffectiveGrants.JobOf(context.Pipeline, use)?.EffectivePermissions?.LevelOf("contents");
        context.Report(this, new FindingDraft
        {
            Span = use.Span,
            Use = use,
            Severity = level >= GrantLevel.Write ? Severity.Critical : null,
            Message = $"git push in {UsePlaces.Of(use)} goes through GITHUB_TOKEN, which the checkout left in the git configuration",
            Why = "Nobody sees in the file that the default token writes here",
            Hint = "Give the checkout `persist-credentials: false`, and push with a registered token",
        });
    }

    private void ReportInput(PipelineContext context, TokenUse use, ActionReference action, DefaultTokenPolicy policy)
    {
        var fact = action.Name is null ? null : context.Repository.Facts.Actions.Find(action.Name);
        if (fact is not null && (fact.OnlyFetches || fact.TokenInputs.Any(i => i.DownloadOnly && i.Name == use.Binding)))
        {
            return;
        }

        var grants = EffectiveGrants.JobOf(context.Pipeline, use)?.EffectivePermissions;
        var written = fact is null ? null : WrittenNeed(fact, grants);
        if (written is null && policy == DefaultTokenPolicy.ReadOnly)
        {
            return;
        }

        context.Report(this, new FindingDraft
        {
            Span = use.Span,
            Use = use,
            Severity = written is null ? null : Severity.Critical,
            Message = written is null
                ? $"{Name(action)} uses GITHUB_TOKEN here: its input {use.Binding} defaults to it"
                : $"{Name(action)} writes with GITHUB_TOKEN here ({written}): its input {use.Binding} defaults to it",
            Why = "Nobody sees in the file that the default token is used here",
            Hint = $"Give {use.Binding} a registered token",
        });
    }

    private static string Name(ActionReference action) => action.Name ?? action.Text;

    /// <summary>A permission that the action needs to write and the job lets it write.</summary>
    private static string? WrittenNeed(ActionFact fact, PermissionSet? grants)
    {
        if (grants is null)
        {
            return null;
        }

        foreach (var need in fact.Needs)
        {
            if (need.Level != GrantLevel.Write || need.Permission == "id-token")
            {
                continue;
            }

            foreach (var permission in (IEnumerable<string>)[need.Permission, .. need.Or])
            {
                if (grants.LevelOf(permission) >= GrantLevel.Write)
                {
                    return permission;
                }
            }
        }

        return null;
    }
}
