using Warder.Pipelines;
using Warder.Syntax.Shell;

namespace Warder.Engine.Permissions;

/// <summary>Finds commands of a step by their first words.</summary>
internal static class StepCommands
{
    private static readonly string[] Wrappers = ["sudo", "env", "exec", "command", "time", "npx", "pnpm", "bunx", "uvx", "pipx"];

    /// <summary>The commands of a step's script that start with these words: <c>npm publish</c>.</summary>
    public static IEnumerable<ShellCommand> Find(Step step, string words)
    {
        if (step.Script is not { Language: ScriptLanguage.Shell or ScriptLanguage.PowerShell } script)
        {
            return [];
        }

        var last = words.AsSpan(words.LastIndexOf(' ') + 1);
        if (!script.Body.Value.AsSpan().Contains(last, StringComparison.Ordinal))
        {
            return [];
        }

        var parts = words.Split(' ');
        return script.Shell.Commands.Where(c => StartsWith(c, parts));
    }

    /// <summary>Whether one of a command's words is this option, alone or with <c>=value</c>.</summary>
    public static bool HasOption(ShellCommand command, string option) => command.Words.Any(
        w => w.Characters.StartsWith(option, StringComparison.Ordinal)
            && (w.Characters.Length == option.Length || w.Characters[option.Length] == '='));

    /// <summary>The value of an option; the empty text where it is computed, null where the option is not there.</summary>
    public static string? OptionValue(ShellCommand command, string option)
    {
        for (var i = 0; i < command.Words.Count; i++)
        {
            var word = command.Words[i];
            if (word.Characters.SequenceEqual(option))
            {
                return i + 1 < command.Words.Count ? command.Words[i + 1].Literal ?? "" : "";
            }

            if (word.Characters.StartsWith(option + "=", StringComparison.Ordinal))
            {
                return word.Literal?[(option.Length + 1)..] ?? "";
            }
        }

        return null;
    }

    /// <summary>Whether a command starts with some words, programs that only start others aside.</summary>
    public static bool StartsWith(ShellCommand command, string[] words)
    {
        if (command.Kind != ShellCommandKind.Simple)
        {
            return false;
        }

        var at = 0;
        while (at < command.Words.Count
            && command.Words[at].Literal is { } first
            && first != words[0]
            && Wrappers.Contains(first, StringComparer.Ordinal))
        {
            at++;
        }

        foreach (var word in words)
        {
            // Options may stand between a program and its verb: `npm --workspace api publish` is not followed that far.
            if (at >= command.Words.Count || command.Words[at].Literal != word)
            {
                return false;
            }

            at++;
        }

        return true;
    }
}
