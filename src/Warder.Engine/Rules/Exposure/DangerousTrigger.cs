using Warder.Engine.Auditing;
using Warder.Engine.Exposure.Flow;
using Warder.Engine.Exposure.Reach;
using Warder.Engine.Findings;
using Warder.Engine.Permissions;
using Warder.Engine.Rules.Use;
using Warder.Pipelines;
using Warder.Pipelines.GitHub.Expressions;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Rules.Exposure;

/// <summary>Finds triggers by which a pull request of a stranger starts a run with write access or secrets.</summary>
public sealed class DangerousTrigger : Rule
{
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

    /// <inheritdoc/>
    public override void VisitPipeline(PipelineContext context)
    {
        foreach (var trigger in context.Pipeline.Triggers)
        {
            if (Array.IndexOf(Events, trigger.Event) >= 0
                && context.Pipeline.Jobs.FirstOrDefault(j => context.StrangerRuns.By(trigger) is { } reach && reach.Reaches(j) && TouchesStrangers(context, reach, j) && !UntrustedTriggers.IsGuarded(j, step: null)) is { } job
                && context.TokensOf(job).All is [var held, ..])
            {
                context.Report(this, new FindingDraft
                {
                    Span = trigger.Span,
                    Job = job.Id,
                    Token = held.Name,
                    Message = $"{trigger.Event} starts job {job.Id} for pull requests of strangers, with {held.Name}{(held.Token.Kind == TokenKind.DefaultToken ? EffectiveGrants.Of(job.EffectivePermissions) == GrantReach.Writes ? $" that may write {EffectiveGrants.WritesOf(job.EffectivePermissions)}" : ", whose rights no line limits" : "")}",
                    Why = "Such a run has the rights of the repository; one script that reads a file, a name or an artifact of the pull request hands them over",
                    Hint = "Use `pull_request` where that suffices; else grant the least and read nothing that the pull request wrote",
                    Related = [new RelatedPlace(Location.Of(context.Source, job.KeySpan), $"The job; it holds {held.Name}, {held.How}")],
                    Identity = trigger.Event,
                });
            }
        }
    }

    /// <summary>Whether a job does more than label, assign or comment by ready-made actions: it runs a script or takes files in.</summary>
    private static bool TouchesStrangers(PipelineContext context, RunReach reach, Job job) =>
        job.Steps.Any(s => ForeignCode.Fetched(reach, job, s) is not null
            || s.Action?.Name?.Contains("download-artifact", StringComparison.Ordinal) == true
            || (s.Script is { } script && (script.Body.Value.Contains("gh run download", StringComparison.Ordinal) || TakesText(context, s, script))));

    /// <summary>Whether a script is given text of a stranger, pasted or in a variable.</summary>
    private static bool TakesText(PipelineContext context, Step step, StepScript script)
    {
        return step.Variables.Select(v => v.Value).OfType<YamlScalar>().Append(script.Body)
            .Any(scalar => context.Expressions.In(scalar).Any(e => UntrustedContexts.In(e.Result.Root).Count > 0));
    }
}
