using Warder.Engine.Exposure.Reach;
using Warder.Engine.Permissions;
using Warder.Pipelines;
using Warder.Syntax;
using Warder.Syntax.Shell;

namespace Warder.Engine.Rules.Exposure;

/// <summary>Finds where a job fetches the code of a pull request, or of the run that came before.</summary>
internal static class ForeignCode
{
    /// <summary>Where a step fetches it, be it only beside the work tree; null where it does not.</summary>
    public static TextSpan? Fetched(RunReach reach, Job job, Step step)
    {
        if (StrangerRef.Of(reach, job, step) is { } input)
        {
            return input.Value!.Span;
        }

        return FetchIn(step) is { } fetch ? step.Script!.Body.ToSourceSpan(fetch.Span) : null;
    }

    /// <summary>The command of a script that fetches a pull request; null where there is none.</summary>
    public static ShellCommand? FetchIn(Step step)
    {
        if (step.Script is not { Language: ScriptLanguage.Shell } script || !(script.Body.Value.Contains("pull", StringComparison.Ordinal) || script.Body.Value.Contains("pr checkout", StringComparison.Ordinal)))
        {
            return null;
        }

        return script.Shell.Commands.FirstOrDefault(command => StepCommands.StartsWith(command, ["gh", "pr", "checkout"])
            || ((StepCommands.StartsWith(command, ["git", "fetch"]) || StepCommands.StartsWith(command, ["git", "pull"]))
                && command.Words.Any(w => w.Text.Contains("pull/", StringComparison.Ordinal) && (w.Text.Contains("/head", StringComparison.Ordinal) || w.Text.Contains("/merge", StringComparison.Ordinal)))));
    }
}
