using Warder.Engine.Auditing;
using Warder.Engine.Facts;
using Warder.Pipelines;
using Warder.Syntax;

namespace Warder.Engine.Exposure.Flow;

/// <summary>Tells steps that put files of a cache into the job for programs that run behind them.</summary>
internal static class CacheRestore
{
    private const string Automatic = "auto";
    private static readonly string[] Hosted = ["ubuntu-", "windows-", "macos-"];
    private static readonly string[] Idle = ["actions/cache", "actions/checkout", "actions/download-artifact", "actions/upload-artifact"];

    /// <summary>Whether a step restores a cache and a program runs in the job afterwards.</summary>
    /// <param name="context">The workflow.</param>
    /// <param name="job">The job.</param>
    /// <param name="step">The step.</param>
    /// <param name="later">The steps that run after it.</param>
    public static bool ReachesPrograms(PipelineContext context, Job job, RunningStep step, IEnumerable<RunningStep> later) =>
        step.Step.Action is { Name: { } name }
        && context.Repository.Facts.CacheActions.Find(name) is { } fact
        && Restores(job, step.Source, step.Step, fact)
        && later.Any(l => RunsProgram(l.Step));

    private static bool Restores(Job job, SourceText source, Step step, CacheAction fact)
    {
        foreach (var (input, value) in fact.Unless)
        {
            if (string.Equals(CheckoutStep.InputOf(step, input), value, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        if (fact.Input is null)
        {
            return true;
        }

        var given = CheckoutStep.InputOf(step, fact.Input);
        if (given is null && fact.Since is { } since && !(ActionVersion.MajorOf(source, step.Action!) >= since))
        {
            return false;
        }

        // What is computed is not known.
        var setting = given ?? fact.Default ?? "";
        return !setting.Contains("${{", StringComparison.Ordinal)
            && !fact.Off.Contains(setting, StringComparer.OrdinalIgnoreCase)
            && (setting != Automatic || job.RunnerLabels.Any(l => Hosted.Any(h => l.StartsWith(h, StringComparison.Ordinal))));
    }

    private static bool RunsProgram(Step step) =>
        step.Script is not null || (step.Action is { } action && !Idle.Any(i => action.Name?.StartsWith(i, StringComparison.Ordinal) == true));
}
