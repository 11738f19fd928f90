using Warder.Engine.Auditing;
using Warder.Engine.Exposure.Flow;
using Warder.Engine.Findings;
using Warder.Engine.Permissions;
using Warder.Pipelines;
using Warder.Syntax;
using Warder.Syntax.Shell;

namespace Warder.Engine.Rules.Exposure;

/// <summary>Finds checkouts that leave their token in the git configuration although nothing in the job needs it there.</summary>
public sealed class PersistedCredentials : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "persisted-credentials",
        Title = "A checkout leaves its token behind",
        Category = RuleCategory.Exposure,
        Severity = Severity.Warning,
        Confidence = Confidence.Medium,
        Fixable = true,
        Compliance = ["CICD-SEC-6", "NHI-2"],
        Aliases = [new RuleAlias("zizmor", "artipacked")],
    };

    /// <inheritdoc/>
    public override void VisitJob(PipelineContext context, Job job)
    {
        foreach (var step in job.Steps)
        {
            if (CheckoutStep.Is(step) && CheckoutStep.Persists(step) && step.Index < job.Steps.Count - 1)
            {
                Visit(context, job, step);
            }
        }
    }

    private void Visit(PipelineContext context, Job job, Step step)
    {
        var given = CheckoutStep.TokenUse(context, job, step);
        var needs = context.PermissionsOf(job)?.Needs;
        var upload = job.Steps.Skip(step.Index + 1).FirstOrDefault(s => ArtifactUpload.Of(context, s) is { TakesTree: true });
        var isInTree = CheckoutStep.KeepsInTree(context, step) != false;
        if (upload is not null && isInTree)
        {
            Report(context, job, step, given, "and a later step uploads the tree it lies in", Severity.Error, upload, mayBeUsed: false);
        }
        else if (needs is { UsesGitCredential: false } && (given is not null || EffectiveGrants.Of(job.EffectivePermissions) == GrantReach.Writes))
        {
            Report(context, job, step, given, "and no later step is seen to need it there", severity: null, upload: null, needs.MayUseGitCredential);
        }
    }

    private void Report(PipelineContext context, Job job, Step step, TokenUse? given, string what, Severity? severity, Step? upload, bool mayBeUsed)
    {
        var name = given?.Token.Name ?? TokenReference.DefaultTokenName;
        context.Report(this, new FindingDraft
        {
            Span = step.Action!.Span,
            Job = job.Id,
            Step = step,
            Token = name,
            Severity = severity,
            Confidence = upload is not null ? Confidence.High : mayBeUsed ? Confidence.Low : null,
            Message = $"The checkout leaves {name} in the git configuration, {what}",
            Why = "Every later step, and everything it installs or runs, can read it there",
            Hint = "Give the checkout `persist-credentials: false`",
            Related = upload is null ? [] :
            [
                new RelatedPlace(Location.Of(context.Source, step.Action.Span), $"{name} is written into .git/config"),
                new RelatedPlace(Location.Of(context.Source, upload.Action!.Span), "The tree is uploaded here"),
            ],
            IsPath = upload is not null,
        });
    }
}
