using Warder.Engine.Auditing;
using Warder.Engine.Exposure.Flow;
using Warder.Engine.Findings;
using Warder.Engine.Rules.Use;
using Warder.Pipelines;

namespace Warder.Engine.Rules.Exposure;

/// <summary>Finds jobs that fetch and run the code of a pull request in a run that has secrets.</summary>
public sealed class UntrustedCodeWithToken : Rule
{
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
        if (RunDangers.Privileged(context.Pipeline) is not { } trigger)
        {
            return;
        }

        if (job.Call is { LocalPath: { } path } call && context.Repository.LocalPipelines.FindWorkflow(path) is { } callee)
        {
            VisitCall(context, job, call, callee, trigger);
            return;
        }

        foreach (var step in job.Steps)
        {
            if (ForeignCode.Fetched(context, step) is { } fetched)
            {
                Visit(context, job, step, fetched, trigger);
                return;
            }
        }
    }

    /// <summary>Follows the name of a stranger's code into a called workflow of the repository.</summary>
    private void VisitCall(PipelineContext context, Job job, PipelineCall call, Pipeline callee, Trigger trigger)
    {
        foreach (var input in call.Inputs.Where(i => i.Value is not null && CheckoutStep.NamesStranger(i.Value.Value)))
        {
            foreach (var called in callee.Jobs)
            {
                if (called.Steps.FirstOrDefault(s => CheckoutStep.TakesInput(s, input.Name)) is not { } checkout
                    || called.Steps.Skip(checkout.Index + 1).FirstOrDefault(s => ForeignCode.Run(s) is not null) is not { } runner)
                {
                    continue;
                }

                var isGuarded = UntrustedTriggers.IsGuarded(job, step: null) || UntrustedTriggers.IsGuarded(called, checkout) || job.Needs.Count > 0;
                var secrets = call.InheritSpan is not null ? "every secret" : call.Secrets.Count > 0 ? call.Secrets[0].Name : TokenReference.DefaultTokenName;
                context.Report(this, new FindingDraft
                {
                    Span = input.Value!.Span,
                    Job = job.Id,
                    Severity = isGuarded ? Severity.Error : Severity.Critical,
                    Confidence = Confidence.Medium,
                    Message = $"Job {job.Id} hands the code of a pull request under {trigger.Event} to {callee.Path}, where {runner.Label} of job {called.Id} runs it within reach of {secrets}{(isGuarded ? " (something may hold strangers off)" : "")}",
                    Why = Why,
                    Hint = Hint,
                    Related =
                    [
                        new(Location.Of(context.Source, trigger.Span), $"{trigger.Event} lets strangers start a run with secrets"),
                        new(Location.Of(context.Source, input.Value.Span), "The stranger's code is named here"),
                        new(Location.Of(callee.Source, checkout.Action!.Span), "It is fetched here"),
                        new(Location.Of(callee.Source, ForeignCode.Run(runner)!.Value), "It runs here"),
                    ],
                    IsPath = true,
                    Identity = input.Name,
                });
                return;
            }
        }
    }

    private void Visit(PipelineContext context, Job job, Step step, Syntax.TextSpan fetched, Trigger trigger)
    {
        var tokens = context.TokensOf(job);
        var runner = job.Steps.Skip(step.Index + (step.Script is null ? 1 : 0)).FirstOrDefault(s => ForeignCode.Run(s) is not null);
        var held = (runner is null ? tokens.All : tokens.At(runner)).Concat(tokens.All).DistinctBy(t => t.Token).ToList();
        var isGuarded = UntrustedTriggers.IsGuarded(job, step) || job.Needs.Count > 0;
        if (held.Count == 0)
        {
            return;
        }

        var severity = runner is null ? Severity.Warning : isGuarded ? Severity.Error : Severity.Critical;
        List<RelatedPlace> path = [new(Location.Of(context.Source, trigger.Span), $"{trigger.Event} lets strangers start a run with secrets"), new(Location.Of(context.Source, fetched), "The stranger's code is fetched here")];
        if (runner is not null && ForeignCode.Run(runner) is { } run)
        {
            path.Add(new RelatedPlace(Location.Of(context.Source, run), "It runs here"));
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
            Message = $"Job {job.Id} takes the code of a pull request under {trigger.Event}{(runner is null ? "; nothing is seen to run it" : $", and {runner.Label} runs it")} within reach of {held[0].Name}{(held.Count > 1 ? $" and {held.Count - 1} more" : "")}{(isGuarded ? " (something may hold strangers off)" : "")}",
            Why = Why,
            Hint = Hint,
            Related = path,
            IsPath = true,
        });
    }
}
