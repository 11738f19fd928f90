using Warder.Engine.Facts;
using Warder.Pipelines.Scripts.Calls;
using Warder.Syntax.Shell;

namespace Warder.Engine.Permissions.Proof;

/// <summary>Tells commands that need nothing before their words are resolved, which costs more than all else that is done with them.</summary>
internal static class IdleCommands
{
    private static readonly HashSet<string> Launchers = new([.. CommandProof.Wrappers, .. CommandProof.Shells, "py", "uv", "uvx", "pipx", "npm", "pnpm", "yarn", "bun", "gh", "git", "curl", "wget", "http", "https"], StringComparer.Ordinal);

    /// <summary>
    /// Whether a command runs a quiet program that only prints or changes text, or one whose words are all literal, so that none
    /// of them carries a token. One that sets a variable is never idle.
    /// </summary>
    public static bool Has(CommandFacts facts, ShellCommand command)
    {
        if (command is not { Kind: ShellCommandKind.Simple, Assignments.Count: 0, Words: [{ Literal: { } program }, ..] words }
            || !facts.IsQuiet(program, verb: null))
        {
            return false;
        }

        return CommandProof.TextTools.Contains(program)
            || (!RunsMore(facts, program) && CommandPrefix.Skip(words) == 0 && AreLiteral(words));
    }

    private static bool AreLiteral(IReadOnlyList<ShellWord> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].IsLiteral)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a program runs another, or more is known of it than that it is quiet.</summary>
    private static bool RunsMore(CommandFacts facts, string program) =>
        Launchers.Contains(program)
        || program.StartsWith("python", StringComparison.Ordinal)
        || facts.Of(program).Count > 0;
}
