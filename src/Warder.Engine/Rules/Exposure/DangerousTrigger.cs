using Warder.Engine.Auditing;
using Warder.Engine.Exposure.Flow;
using Warder.Engine.Exposure.Reach;
using Warder.Engine.Findings;
using Warder.Engine.Permissions;
using Warder.Engine.Rules.Use;
using Warder.Pipelines;

namespace Warder.Engine.Rules.Exposure;

/// <summary>Finds triggers by which a pull request of a stranger starts a run with write access or secrets.</summary>
public sealed class DangerousTrigger : Rule
{
    private const int MaxNamed = 3;
    private static readonly string[] Events = ["pull_request_target", "workflow_run"];

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "dangerous-trigger",
        Title = "Strangers start runs that can write",
        Category = RuleCategory.Exposure,
        Severity = Severity.Warning,
        Confidence = Confidence.Medium,
        Compliance = ["CICD-SEC-1", "CICD-SEC-4"],
        Aliases = [new RuleAlias("zizmor", "dangerous-triggers")],
    };

    /// <summary>Whether the rule speaks of what a job that holds a token takes in when the trigger starts it.</summary>
    internal static bool Tells(RunReach reach, Trigger trigger, Job job) => Array.IndexOf(Events, trigger.Event) >= 0 && !UntrustedTriggers.IsGuarded(reach, job, step: null);

    /// <inheritdoc/>
    public override void VisitPipeline(PipelineContext context)
    {
        foreach (var trigger in context.Pipeline.Triggers)
        {
            if (Array.IndexOf(Events, trigger.Event) >= 0 && context.StrangerRuns.By(trigger) is { } reach && Worst(context, reach) is var (job, taken))
            {
                context.Report(this, DraftOf(context, trigger, job, taken));
            }
        }
    }

    /// <summary>The first job that holds a token, is behind no guard, and takes in more than text; else the first that takes in anything.</summary>
    private static (Job Job, TakenIn Taken)? Worst(PipelineContext context, RunReach reach)
    {
        (Job Job, TakenIn Taken)? worst = null;
        foreach (var job in context.Pipeline.Jobs)
        {
            if (worst is not { Taken.OnlyText: false }
                && TakenIn.By(context, reach, job) is { } taken
                && (worst is null || !taken.OnlyText)
                && !UntrustedTriggers.IsGuarded(reach, job, step: null)
                && context.TokensOf(job).All.Count > 0)
            {
                worst = (job, taken);
            }
        }

        return worst;
    }

    private static FindingDraft DraftOf(PipelineContext context, Trigger trigger, Job job, TakenIn taken)
    {
        var held = context.TokensOf(job).All;
        // The default token goes last, for its rights are said behind it.
        var named = held.OrderBy(h => h.Token.Kind == TokenKind.DefaultToken).Take(MaxNamed).Select(h => h.Name + RightsOf(job, h)).ToList();
        var tokens = held.Count > MaxNamed ? $"{string.Join(", ", named)}, and {held.Count - MaxNamed} more" : UsePlaces.Join(named);
        return new FindingDraft
        {
            Span = trigger.Span,
            Job = job.Id,
            Token = held[0].Name,
            Persona = taken.OnlyText ? Persona.Auditor : null,
            Message = $"{trigger.Event} starts job {job.Id} for pull requests of strangers, with {tokens}; {taken.Step.Label} {taken.Words}",
            Why = "Such a run has the rights of the repository; one script that reads a file, a name or an artifact of the pull request hands them over",
            Hint = "Use `pull_request` where that suffices; else grant the least and read nothing that the pull request wrote",
            Related =
            [
                new RelatedPlace(Location.Of(context.Source, job.KeySpan), $"The job; it holds {held[0].Name}, {held[0].How}"),
                new RelatedPlace(Location.Of(context.Source, taken.Span), $"This step {taken.Words}"),
            ],
            Identity = trigger.Event,
        };
    }

    private static string RightsOf(Job job, HeldToken held) => held.Token.Kind != TokenKind.DefaultToken ? ""
        : EffectiveGrants.Of(job.EffectivePermissions) == GrantReach.Writes ? $" that may write {EffectiveGrants.WritesOf(job.EffectivePermissions)}"
        : " whose rights no line limits";
}
