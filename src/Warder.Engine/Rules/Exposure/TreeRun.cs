using Warder.Engine.Exposure.Flow;
using Warder.Engine.Permissions;
using Warder.Pipelines;
using Warder.Syntax;
using Warder.Syntax.Shell;

namespace Warder.Engine.Rules.Exposure;

/// <summary>Finds where a step runs code out of a folder of the workspace.</summary>
internal static class TreeRun
{
    private const string GitHubScript = "actions/github-script";

    /// <summary>Where a step runs code of a place; null where nothing is seen to.</summary>
    /// <param name="step">The step.</param>
    /// <param name="place">The code.</param>
    /// <param name="after">In a script, only commands after this offset count.</param>
    /// <param name="withImages">Whether builds of an image that are apart from the job count too.</param>
    public static TextSpan? Of(Step step, TreePlace place, int after, bool withImages)
    {
        if (step.Action is { } action)
        {
            return RunsBy(step, action, place) && (withImages || !ImageBuild.IsApart(step)) ? action.Span : null;
        }

        if (step.Script is not { } script)
        {
            return null;
        }

        var folder = script.WorkingDirectory is { } written ? TreePlace.Join("", written) : "";
        if (script.Language == ScriptLanguage.PowerShell)
        {
            var body = script.Body.Value;
            if ((place.Holds(folder) || body.Contains(place.Folder, StringComparison.Ordinal))
                && (body.Contains("./", StringComparison.Ordinal) || body.Contains(".\\", StringComparison.Ordinal) || body.Contains("dotnet ", StringComparison.Ordinal)))
            {
                return script.Body.Span;
            }
        }
        else if (script.Language != ScriptLanguage.Shell)
        {
            return null;
        }

        foreach (var command in script.Shell.Commands)
        {
            if (command.Kind != ShellCommandKind.Simple || command.Words.Count == 0)
            {
                continue;
            }

            if (command.Name is "cd" or "pushd" && command.Words.Count > 1)
            {
                folder = TreePlace.Join(folder, command.Words[1].Literal);
            }
            else if (command.Span.Start > after && Runs(command, folder, place) && (withImages || !ImageBuild.IsApart(step, command)))
            {
                return script.Body.ToSourceSpan(command.Span);
            }
        }

        return null;
    }

    private static bool RunsBy(Step step, ActionReference action, TreePlace place)
    {
        if (action.LocalPath is { } path)
        {
            return place.Holds(path);
        }

        if (action.Name is GitHubScript && CheckoutStep.InputOf(step, "script") is { } code)
        {
            return place.Folder.Length == 0 && (code.Contains("require('./", StringComparison.Ordinal) || code.Contains("require(\"./", StringComparison.Ordinal));
        }

        return action.Name is { } name && TreeRunners.Actions.Contains(name, StringComparer.Ordinal)
            && (place.Folder.Length == 0 || step.Inputs.Any(i => i.Value?.Value.Contains(place.Folder, StringComparison.Ordinal) == true));
    }

    private static bool Runs(ShellCommand command, string? folder, TreePlace place) => ProgramRun.Of(command, folder, place, depth: 0);
}
