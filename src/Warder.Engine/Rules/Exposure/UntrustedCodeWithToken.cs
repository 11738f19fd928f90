using Warder.Engine.Auditing;
using Warder.Engine.Exposure.Reach;
using Warder.Engine.Findings;
using Warder.Engine.Permissions;
using Warder.Engine.Rules.Use;
using Warder.Pipelines;

namespace Warder.Engine.Rules.Exposure;

/// <summary>Finds jobs that fetch and run the code of a pull request in a run that has secrets.</summary>
public sealed class UntrustedCodeWithToken : Rule
{
    private const int MostLevels = 4;
    private const string WhyNotYet = "One later step that runs something out of that folder hands the tokens to whoever opens a pull request";
    private const string Why = "Whoever opens a pull request writes the build files that run here, and takes the tokens along";
    private const string Hint = "Build in a run of `pull_request`, which has no secrets, and do what needs a token in a second workflow that takes only data";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "untrusted-code-with-token",
        Title = "A stranger's code within reach of a token",
        Category = RuleCategory.Exposure,
        Severity = Severity.Critical,
        Compliance = ["CICD-SEC-4", "CICD-SEC-1", "NHI-8"],
        Aliases = [new RuleAlias("zizmor", "dangerous-triggers"), new RuleAlias("scorecard", "Dangerous-Workflow"), new RuleAlias("codeql", "actions/untrusted-checkout"), new RuleAlias("poutine", "untrusted_checkout_exec")],
    };

    /// <inheritdoc/>
    public override void VisitJob(PipelineContext context, Job job)
    {
        foreach (var (trigger, reach) in context.StrangerRuns.All)
        {
            if (reach.Reaches(job) && (job.Call is { } call ? VisitCall(context, reach, job, call, trigger) : Visit(context, reach, job, trigger)))
            {
                return;
            }
        }
    }

    /// <summary>Follows a run into the workflows of the repository that a job calls.</summary>
    private bool VisitCall(PipelineContext context, RunReach reach, Job job, PipelineCall call, Trigger trigger)
    {
        if (CalledRun.Of(context.Repository, reach, job) is not { } run)
        {
            return false;
        }

        var input = call.Inputs.FirstOrDefault(i => i.Value is { } value && StrangerRef.IsIn(reach, job, step: null, value));
        var span = input?.Value?.Span ?? call.Span;
        context.Report(this, new FindingDraft
        {
            Span = span,
            Job = job.Id,
            Severity = run.IsGuarded ? Severity.Error : Severity.Critical,
            Confidence = Confidence.Medium,
            Message = $"Job {job.Id} hands the code of a pull request under {trigger.Event} to {run.Callee.Path}, where {run.Runner.Step.Label} of job {run.Job.Id} runs it within reach of {run.Secrets}{(run.IsGuarded ? " (something may hold strangers off)" : "")}",
            Why = Why,
            Hint = Hint,
            Related =
            [
                new(Location.Of(context.Source, trigger.Span), $"{trigger.Event} lets strangers start a run with secrets"),
                new(Location.Of(context.Source, span), input is null ? "The workflow is called here" : "The stranger's code is named here"),
                new(Location.Of(run.Callee.Source, run.Tree.Span), "It is fetched here"),
                new(Location.Of(run.Callee.Source, run.Runner.Span), "It runs here"),
            ],
            IsPath = true,
            Identity = input?.Name ?? "",
        });
        return true;
    }

    private bool Visit(PipelineContext context, RunReach reach, Job job, Trigger trigger)
    {
        if (ForeignTree.Of(reach, job) is not { } tree)
        {
            return false;
        }

        var tokens = context.TokensOf(job);
        var (step, fetched) = (tree.Step, tree.Span);
        var run = tree.Runner(reach, job);
        var runner = run?.Step;
        var held = (runner is null ? tokens.All : tokens.At(runner)).Concat(tokens.All).DistinctBy(t => t.Token).ToList();
        var isGuarded = UntrustedTriggers.IsGuarded(reach, job, step) || WaitsForOthers(context.Repository, reach, job);
        var image = runner is null ? tree.RunnerOrImage(reach, job)?.Step : null;
        if (held.Count == 0 || (image is not null && DangerousTrigger.Tells(reach, trigger, job)))
        {
            return false;
        }

        var severity = runner is null ? Severity.Warning : isGuarded ? Severity.Error : Severity.Critical;
        List<RelatedPlace> path = [new(Location.Of(context.Source, trigger.Span), $"{trigger.Event} lets strangers start a run with secrets"), new(Location.Of(context.Source, fetched), "The stranger's code is fetched here")];
        if (run is not null)
        {
            path.Add(new RelatedPlace(Location.Of(context.Source, run.Value.Span), "It runs here"));
        }

        path.AddRange(held.Select(t => new RelatedPlace(Location.Of(context.Source, t.Span), $"Within reach: {t.Name}, {t.How}")));
        context.Report(this, new FindingDraft
        {
            Span = fetched,
            Job = job.Id,
            Step = step,
            Token = held[0].Name,
            Severity = severity,
            Confidence = runner is null ? Confidence.Medium : isGuarded ? Confidence.Medium : Confidence.High,
            Message = $"Job {job.Id} takes the code of a pull request under {trigger.Event}{(image is not null ? $", and {image.Label} builds an image of it" : runner is null ? "; nothing is seen to run it" : $", and {runner.Label} runs it")} within reach of {held[0].Name}{(held.Count > 1 ? $" and {held.Count - 1} more" : "")}{(isGuarded ? " (something may hold strangers off)" : "")}",
            Why = runner is null && image is null ? WhyNotYet : Why,
            Hint = Hint,
            Related = path,
            IsPath = true,
        });
        return true;
    }

    // One before it may have asked who it is; a job that runs whatever became of it does not care.
    internal static bool WaitsForOthers(Repository repository, RunReach reach, Job job, int levels = MostLevels) =>
        job.Condition?.Value.Contains("always()", StringComparison.Ordinal) != true && job.Needs.Count > 0 && levels > 0
        && reach.Pipeline.Jobs.Any(j => job.Needs.Contains(j.Id, StringComparer.OrdinalIgnoreCase) && (MayAsk(repository, reach, j) || WaitsForOthers(repository, reach, j, levels - 1)));

    private static bool MayAsk(Repository repository, RunReach reach, Job job) =>
        job.Call is not null || UntrustedTriggers.IsGuarded(reach, job, step: null) || job.Steps.Any(s => UntrustedTriggers.MayRefuse(repository.Facts, s));
}
