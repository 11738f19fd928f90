using Warder.Engine.Exposure.Flow;
using Warder.Engine.Exposure.Reach;
using Warder.Pipelines;
using Warder.Syntax;

namespace Warder.Engine.Rules.Exposure;

/// <summary>The code of a pull request, or of the run that came before, in the work tree of a job.</summary>
/// <param name="Step">The step that puts it there.</param>
/// <param name="Span">Where it is fetched.</param>
/// <param name="Folder">The folder of the workspace; empty for the root.</param>
/// <param name="After">In the step's own script, the offset from which it lies there; null where the step is an action.</param>
internal sealed record ForeignTree(Step Step, TextSpan Span, string Folder, int? After)
{
    /// <summary>The step that runs this code within reach of what the job holds, and where; null where nothing is seen to.</summary>
    public (Step Step, TextSpan Span)? Runner(RunReach reach, Job job) => Runner(reach, job, withImages: false);

    /// <summary>The step that runs it at all, be it in the build of an image that is apart from the job; null where nothing is seen to.</summary>
    public (Step Step, TextSpan Span)? RunnerOrImage(RunReach reach, Job job) => Runner(reach, job, withImages: true);

    private (Step Step, TextSpan Span)? Runner(RunReach reach, Job job, bool withImages)
    {
        List<string> others = [];
        foreach (var step in job.Steps)
        {
            if (!reach.Reaches(job, step))
            {
                continue;
            }

            if (CheckoutStep.Is(step) && step != Step && StrangerRef.Of(reach, job, step) is null)
            {
                var folder = FolderOf(step);
                if (step.Index > Step.Index && folder == Folder && step.Condition is null)
                {
                    return null;
                }

                others.Add(folder);
            }

            if ((step.Index > Step.Index || (step == Step && After is not null)) && TreeRun.Of(step, new TreePlace(Folder, others), step == Step ? After!.Value : -1, withImages || ImageBuild.FindsTokenInTree(reach, job, step)) is { } run)
            {
                return (step, run);
            }
        }

        return null;
    }

    /// <summary>The first such code of a job that a run reaches, before all one that is run; null where there is none.</summary>
    public static ForeignTree? Of(RunReach reach, Job job)
    {
        ForeignTree? first = null;
        foreach (var step in job.Steps)
        {
            if (reach.Reaches(job, step) && Of(reach, job, step) is { } tree)
            {
                first ??= tree;
                if (tree.Runner(reach, job) is not null)
                {
                    return tree;
                }
            }
        }

        return first;
    }

    private static ForeignTree? Of(RunReach reach, Job job, Step step)
    {
        if (StrangerRef.Of(reach, job, step) is { } input)
        {
            return new ForeignTree(step, input.Value!.Span, FolderOf(step), After: null);
        }

        return ForeignCode.FetchIn(step) is { } fetch && FetchedBranch.EnteredBy(reach, job, step, fetch) is { } entered
            ? new ForeignTree(entered.Step, step.Script!.Body.ToSourceSpan(fetch.Span), TreePlace.Join("", step.Script.WorkingDirectory ?? "") ?? "", entered.At)
            : null;
    }

    private static string FolderOf(Step checkout) => CheckoutStep.InputOf(checkout, "path") is { } path ? TreePlace.Join("", path) ?? path : "";
}
