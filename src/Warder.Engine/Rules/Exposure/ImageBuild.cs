using Warder.Engine.Exposure.Flow;
using Warder.Engine.Exposure.Reach;
using Warder.Engine.Facts;
using Warder.Engine.Permissions;
using Warder.Pipelines;
using Warder.Syntax.Shell;

namespace Warder.Engine.Rules.Exposure;

/// <summary>
/// Tells builds of an image that run code apart from the job: the builder has neither the job's environment nor its logins, only
/// what it is handed and the files of its context.
/// </summary>
internal static class ImageBuild
{
    private const int OutsideTheTree = 6;
    private static readonly string[] Words = ["secrets.", "github.token", ".outputs.token"];

    /// <summary>Whether a token lies in the work tree when a step starts, so that a build can copy it.</summary>
    public static bool FindsTokenInTree(RunReach reach, Job job, Step step) =>
        job.Steps.Any(s => s.Index < step.Index && reach.Reaches(job, s) && LeavesToken(reach, job, s));

    /// <summary>Whether a step only builds an image and hands the build nothing of the job.</summary>
    public static bool IsApart(Step step) =>
        step.Action?.Name is { } name && TreeRunners.ImageActions.Contains(name, StringComparer.Ordinal)
        && !step.Inputs.Any(i => TreeRunners.Handing.Contains(i.Name, StringComparer.OrdinalIgnoreCase)
            || (!i.Name.Equals("github-token", StringComparison.OrdinalIgnoreCase) && i.Value is { } value && NamesToken(step, value.Value)));

    /// <summary>The same for a command of a script.</summary>
    public static bool IsApart(Step step, ShellCommand command) =>
        TreeRunners.ImageCommands.Any(c => StepCommands.StartsWith(command, c))
        && !TreeRunners.Handing.Any(h => h[0] == '-' && StepCommands.HasOption(command, h))
        && !command.Words.Any(w => NamesToken(step, w.Text));

    private static bool NamesToken(Step step, string text) =>
        Array.Exists(Words, w => text.Contains(w, StringComparison.Ordinal)) || step.TokenVariables.Any(v => text.Contains(v.Name, StringComparison.Ordinal));

    private static bool LeavesToken(RunReach reach, Job job, Step step)
    {
        if (CheckoutStep.Is(step))
        {
            return CheckoutStep.Persists(step)
                && !(ActionVersion.MajorOf(reach.Pipeline.Source, step.Action!) >= OutsideTheTree)
                && (EffectiveGrants.Of(job.EffectivePermissions) != GrantReach.ReadOnly || CheckoutStep.InputOf(step, "token") is { Length: > 0 } || CheckoutStep.InputOf(step, "ssh-key") is { Length: > 0 });
        }

        // A script that holds a token and writes any file may write it there.
        return step.Script is { } script ? step.TokenVariables.Count > 0 && script.Body.Value.Contains('>', StringComparison.Ordinal)
            : step.Action?.Name is { } name && TreeRunners.Leavers.Contains(name, StringComparer.Ordinal);
    }
}
