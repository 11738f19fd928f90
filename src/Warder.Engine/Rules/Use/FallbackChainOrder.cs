using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Pipelines;

namespace Warder.Engine.Rules.Use;

/// <summary>Finds chains of tokens that do not do what they seem to: an expired token wins, rights grow, a branch is dead.</summary>
public sealed class FallbackChainOrder : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "fallback-chain",
        Title = "A chain of tokens that does not do what it seems to",
        Category = RuleCategory.Use,
        Severity = Severity.Warning,
        Compliance = ["CICD-SEC-6", "NHI-5", "NHI-7"],
    };

    /// <inheritdoc/>
    public override void VisitPipeline(PipelineContext context)
    {
        foreach (var place in TokenChains.Of(context.Pipeline, context.Uses))
        {
            var job = context.Pipeline.Jobs.FirstOrDefault(j => j.Id == place.Job);
            Visit(context, place, job?.EffectivePermissions ?? (place.Job is null ? context.Pipeline.Permissions : null));
        }
    }

    /// <inheritdoc/>
    public override void VisitScript(ScriptContext context)
    {
        foreach (var place in TokenChains.Of(context.Uses))
        {
            Visit(context, place, grants: null);
        }
    }

    private void Visit(RuleContext context, TokenChain place, PermissionSet? grants)
    {
        if (!place.IsLive)
        {
            return;
        }

        if (ChainFlaws.FindWorst(context.Repository, place, grants) is not { } flaw)
        {
            return;
        }

        context.Report(this, new FindingDraft
        {
            Span = place.Chain.Span,
            Message = flaw.Message,
            Why = flaw.Why,
            Hint = flaw.Hint,
            Use = place.Use,
            Job = place.Job,
            Step = place.Step,
            Identity = place.Identity,
        });
    }
}
