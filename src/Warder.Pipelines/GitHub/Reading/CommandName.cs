using Warder.Syntax.Shell;

namespace Warder.Pipelines.GitHub.Reading;

/// <summary>Names what a shell command really runs.</summary>
internal static class CommandName
{
    /// <summary>The command's name, behind <c>sudo</c> and the like; null where it is computed or there is none.</summary>
    public static string? Of(ShellCommand command) => command.Kind switch
    {
        ShellCommandKind.Test => "test",
        ShellCommandKind.Simple => Find(command, throughRunners: false, out _) is { } name ? (name == "[" ? "test" : name) : null,
        _ => null,
    };

    /// <summary>The program, also behind <c>npx</c> and the like, and the index of its word.</summary>
    public static string? OfProgram(ShellCommand command, out int index)
    {
        index = 0;
        return command.Kind == ShellCommandKind.Simple ? Find(command, throughRunners: true, out index) : null;
    }

    public static bool IsTest(ShellCommand command) =>
        command.Kind == ShellCommandKind.Test || (command.Kind == ShellCommandKind.Simple && command.Name is "[" or "test");

    private static string? Find(ShellCommand command, bool throughRunners, out int index)
    {
        for (index = 0; index < command.Words.Count; index++)
        {
            if (command.Words[index].Literal is not { Length: > 0 } word)
            {
                return null;
            }

            var name = word[(word.LastIndexOf('/') + 1)..];
            if (!IsWrapper(name, throughRunners))
            {
                return name;
            }

            SkipOptions(command, name, ref index);
        }

        return null;
    }

    private static bool IsWrapper(string name, bool throughRunners) => name switch
    {
        "sudo" or "env" or "exec" or "command" or "time" or "nohup" or "timeout" or "!" or "nice" or "stdbuf" => true,
        "npx" or "bunx" or "pipx" or "uvx" => throughRunners,
        _ => false,
    };

    /// <summary>Moves to the last word that belongs to the wrapper itself.</summary>
    private static void SkipOptions(ShellCommand command, string wrapper, ref int index)
    {
        while (index + 1 < command.Words.Count)
        {
            var next = command.Words[index + 1].Characters;
            var belongs = next.Length > 0
                && (next[0] == '-'
                    || (wrapper is "env" && next.Contains('='))
                    || (wrapper is "timeout" && char.IsAsciiDigit(next[0]))
                    || (wrapper is "pipx" && next is "run"));
            if (!belongs)
            {
                return;
            }

            index++;
        }
    }
}
