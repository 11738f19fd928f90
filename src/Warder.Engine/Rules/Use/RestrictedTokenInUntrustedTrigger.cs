using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Permissions;
using Warder.Engine.Registry;
using Warder.Pipelines;
using Warder.Syntax;

namespace Warder.Engine.Rules.Use;

/// <summary>Finds restricted and production tokens in runs that anybody can start.</summary>
public sealed class RestrictedTokenInUntrustedTrigger : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "restricted-token-in-untrusted-trigger",
        Title = "A restricted token within reach of a run that anybody can start",
        Category = RuleCategory.Use,
        Severity = Severity.Critical,
        Compliance = ["CICD-SEC-4", "CICD-SEC-5", "NHI-5", "NHI-8"],
    };

    /// <inheritdoc/>
    public override void VisitTokenUse(PipelineContext context, TokenUse use)
    {
        if (!use.Explicit || use.OnlyTested || Find(context.Repository, use.Token.Name, use.Token.Kind) is not { } entry)
        {
            return;
        }

        var job = EffectiveGrants.JobOf(context.Pipeline, use);
        var step = job?.Steps.FirstOrDefault(s => s.Index == use.StepIndex);
        Report(context, use.Span, entry, job, step, via: null, use);
    }

    /// <inheritdoc/>
    public override void VisitJob(PipelineContext context, Job job)
    {
        if (job.Call is not { InheritSpan: { } span, LocalPath: { } path } call || UntrustedTriggers.Find(context.Pipeline) is null)
        {
            return;
        }

        foreach (var name in CalleeSecrets.Of(context.Repository, call).Names)
        {
            if (Find(context.Repository, name, TokenKind.Secret) is { } entry)
            {
                Report(context, span, entry, job, step: null, path, use: null);
            }
        }
    }

    private static TokenEntry? Find(Repository repository, string name, TokenKind kind) =>
        kind == TokenKind.Secret && repository.Registry?.Find(name) is { } entry && IsRestricted(entry) ? entry : null;

    private static bool IsRestricted(TokenEntry entry) =>
        entry.Restricted || entry.Environment?.StartsWith("prod", StringComparison.OrdinalIgnoreCase) == true;

    private void Report(PipelineContext context, TextSpan span, TokenEntry entry, Job? job, Step? step, string? via, TokenUse? use)
    {
        var run = job is null ? null : context.StrangerRuns.RunTo(job, step);
        if ((job is null ? UntrustedTriggers.Find(context.Pipeline) : run?.Trigger) is not { } trigger)
        {
            return;
        }

        var isGuarded = run is { Reach: var reach } && UntrustedTriggers.IsGuarded(reach, job!, step);
        var what = entry.Restricted ? "is restricted" : $"is a token of {entry.Environment}";
        context.Report(this, new FindingDraft
        {
            Span = span,
            Confidence = isGuarded ? Confidence.Medium : null,
            Message = via is null
                ? $"{entry.Name} {what}, and anybody can start this run by {trigger.Event}"
                : $"{entry.Name} {what}, {via} takes it, and anybody can start this run by {trigger.Event}",
            Why = $"A run by {trigger.Event} sees the repository's secrets while somebody without write access decides when it starts and on what",
            Hint = isGuarded
                ? "A condition guards it here: make sure that it cannot be met from outside, or move the work to another trigger"
                : "Move the work to a trigger that needs write access, or use a token that may do harm to nothing",
            Token = entry.Name,
            Use = use,
            Job = job?.Id,
            Related = [new RelatedPlace(Location.Of(context.Source, trigger.Span), $"{trigger.Event} starts it")],
        });
    }
}
