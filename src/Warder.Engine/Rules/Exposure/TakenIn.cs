using Warder.Engine.Auditing;
using Warder.Engine.Exposure.Flow;
using Warder.Engine.Exposure.Reach;
using Warder.Pipelines;
using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Rules.Exposure;

/// <summary>Something that a step takes in from a stranger who started the run.</summary>
/// <param name="Step">The step.</param>
/// <param name="Span">Where.</param>
/// <param name="Words">What it does, for a sentence.</param>
/// <param name="OnlyText">Whether it is no more than text in a variable, which a script must mishandle before it does harm.</param>
internal sealed record TakenIn(Step Step, TextSpan Span, string Words, bool OnlyText)
{
    private const string Before = "workflow_run";
    private const string Official = "actions/download-artifact";
    private static readonly string[] Downloads = ["download-artifact", "artifact-download", "download-workflow-artifact"];
    private static readonly string[] Calls = ["gh run download", "downloadArtifact", "archive_download_url"];

    /// <summary>The worst that a job takes in in such a run; null where it takes in nothing of a stranger, or is not reached.</summary>
    public static TakenIn? By(PipelineContext context, RunReach reach, Job job)
    {
        if (!reach.Reaches(job))
        {
            return null;
        }

        TakenIn? text = null;
        foreach (var step in job.Steps)
        {
            if (!reach.Reaches(job, step))
            {
                continue;
            }

            if (Files(context, reach, job, step) is { } files)
            {
                return files;
            }

            text ??= Text(context, step);
        }

        return text;
    }

    /// <summary>Code, an artifact of the run that came before, or text in a script, where it is code too.</summary>
    private static TakenIn? Files(PipelineContext context, RunReach reach, Job job, Step step)
    {
        if (ForeignCode.Fetched(reach, job, step) is { } fetched)
        {
            return new TakenIn(step, fetched, "fetches their code", OnlyText: false);
        }

        if (reach.Event == Before && Artifact(step) is { } artifact)
        {
            return new TakenIn(step, artifact, "takes in an artifact of theirs", OnlyText: false);
        }

        return step.Script is { } script && Carries(context, script.Body) ? new TakenIn(step, script.Body.Span, "has their text in its script", OnlyText: false) : null;
    }

    private static TakenIn? Text(PipelineContext context, Step step) =>
        step.Script is not null && step.Variables.FirstOrDefault(v => v.Value is { } value && Carries(context, value)) is { } variable
            ? new TakenIn(step, variable.Value!.Span, $"is handed their text in {variable.Name}", OnlyText: true)
            : null;

    /// <summary>Where a step downloads an artifact of another run; without a run the platform's own action takes one of this run.</summary>
    private static TextSpan? Artifact(Step step)
    {
        if (step.Action is { Name: { } name } action)
        {
            return name == Official ? CheckoutStep.InputOf(step, "run-id") is { Length: > 0 } ? action.Span : null
                : Array.Exists(Downloads, d => name.Contains(d, StringComparison.Ordinal)) ? action.Span
                : step.Inputs.FirstOrDefault(i => i.Name.Equals("script", StringComparison.OrdinalIgnoreCase) && i.Value is { } value && Downloaded(value.Value))?.Value!.Span;
        }

        return step.Script is { } script && Downloaded(script.Body.Value) ? script.Body.Span : null;
    }

    private static bool Downloaded(string text) =>
        Array.Exists(Calls, c => text.Contains(c, StringComparison.Ordinal))
        || (text.Contains("gh api", StringComparison.Ordinal) && text.Contains("artifacts", StringComparison.Ordinal) && text.Contains("/zip", StringComparison.Ordinal));

    private static bool Carries(PipelineContext context, YamlScalar scalar) =>
        context.Expressions.In(scalar).Any(e => UntrustedContexts.In(e.Result.Root).Count > 0);
}
