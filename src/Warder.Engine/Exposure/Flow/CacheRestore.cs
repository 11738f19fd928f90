using Warder.Engine.Auditing;
using Warder.Engine.Facts;
using Warder.Pipelines;

namespace Warder.Engine.Exposure.Flow;

/// <summary>Tells steps that put files of a cache into the job for programs that run behind them.</summary>
internal static class CacheRestore
{
    private const string Automatic = "auto";
    private static readonly string[] Hosted = ["ubuntu-", "windows-", "macos-"];
    private static readonly string[] Idle = ["actions/cache", "actions/checkout", "actions/download-artifact", "actions/upload-artifact"];

    /// <summary>Whether a step restores a cache and a program runs in the job afterwards.</summary>
    public static bool ReachesPrograms(PipelineContext context, Job job, Step step) =>
        step.Action is { Name: { } name } action
        && context.Repository.Facts.CacheActions.Find(name) is { } fact
        && Restores(context, job, step, action, fact)
        && job.Steps.Any(later => later.Index > step.Index && RunsProgram(later));

    private static bool Restores(PipelineContext context, Job job, Step step, ActionReference action, CacheAction fact)
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
        if (given is null && fact.Since is { } since && !(ActionVersion.MajorOf(context.Source, action) >= since))
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
