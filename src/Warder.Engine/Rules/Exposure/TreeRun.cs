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
    public static TextSpan? Of(Step step, TreePlace place, int after = -1)
    {
        if (step.Action is { } action)
        {
            return RunsBy(step, action, place) ? action.Span : null;
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
            else if (command.Span.Start > after && Runs(command, folder, place))
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

    private static bool Runs(ShellCommand command, string? folder, TreePlace place)
    {
        if (command.Words[0].Literal is not { } program)
        {
            return false;
        }

        if (program.Contains('/', StringComparison.Ordinal) && !program.StartsWith('/') && !program.StartsWith('~'))
        {
            return place.Holds(TreePlace.Join(folder, program));
        }

        var isInterpreter = TreeRunners.Interpreters.Contains(program, StringComparer.Ordinal);
        if (!isInterpreter && !TreeRunners.Commands.Any(c => StepCommands.StartsWith(command, c)))
        {
            return false;
        }

        // A version, a help page or a program given on the command line is nobody's code from the tree.
        if (command.Words.Skip(1).Any(w => w.Literal is { } option && TreeRunners.Harmless.Contains(option, StringComparer.Ordinal)))
        {
            return false;
        }

        if (isInterpreter)
        {
            var file = command.Words.Skip(1).FirstOrDefault(w => !w.Text.StartsWith('-'));
            return file?.Literal is { } name && !name.StartsWith('/') && place.Holds(TreePlace.Join(folder, name));
        }

        foreach (var option in TreeRunners.FolderOptions)
        {
            if (StepCommands.OptionValue(command, option) is { Length: > 0 } value)
            {
                folder = TreePlace.Join(folder, value);
            }
        }

        return place.Holds(folder) || (place.Folder.Length > 0 && command.Arguments.Any(w => w.Literal is { Length: > 0 } word && word[0] != '-' && TreePlace.Join(folder, word) is { } path && place.Holds(path)));
    }
}
