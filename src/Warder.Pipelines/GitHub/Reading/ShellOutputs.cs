using Warder.Syntax;
using Warder.Syntax.Shell;

namespace Warder.Pipelines.GitHub.Reading;

/// <summary>Tells which command holds a place of a script and which write to the platform's files.</summary>
internal sealed class ShellOutputs
{
    public const string Environment = "GITHUB_ENV";

    private static readonly string[] Files = ["GITHUB_OUTPUT", Environment, "GITHUB_STATE"];

    private readonly ShellScript _script;
    private readonly string? _groupFile;

    public ShellOutputs(ShellScript script)
    {
        _script = script;
        foreach (var command in script.Commands)
        {
            if (command.Kind == ShellCommandKind.Redirection)
            {
                _groupFile ??= FileOfRedirections(command);
            }
        }
    }

    /// <summary>The innermost command that holds an offset, here-documents included.</summary>
    public ShellCommand? FindCommand(int offset)
    {
        ShellCommand? found = null;
        foreach (var command in _script.Commands)
        {
            if (command.Span.Contains(offset) || HoldsInHereDocument(command, offset))
            {
                found = command;
            }
        }

        return found;
    }

    /// <summary>The platform's file to which a command's output goes; null where it goes elsewhere.</summary>
    public string? FileOf(ShellCommand command)
    {
        if (FileOfRedirections(command) is { } file)
        {
            return file;
        }

        // "cmd | tee -a $GITHUB_OUTPUT" and the output command that came before the files.
        if (command.PipedInto is { Name: "tee" } tee)
        {
            foreach (var word in tee.Words)
            {
                if (FileOfWord(word) is { } piped)
                {
                    return piped;
                }
            }
        }

        if (command.Name is not ("echo" or "printf" or "cat"))
        {
            return null;
        }

        foreach (var word in command.Words)
        {
            if (word.Characters.Contains("::set-output", StringComparison.Ordinal))
            {
                return Files[0];
            }
        }

        return _groupFile;
    }

    private static bool HoldsInHereDocument(ShellCommand command, int offset)
    {
        foreach (var redirection in command.Redirections)
        {
            if (redirection.HereDocument is { } document && document.BodySpan.Contains(offset))
            {
                return true;
            }
        }

        return false;
    }

    private static string? FileOfRedirections(ShellCommand command)
    {
        foreach (var redirection in command.Redirections)
        {
            if (redirection.Operator.Contains('>', StringComparison.Ordinal)
                && redirection.Target is { } target
                && FileOfWord(target) is { } file)
            {
                return file;
            }
        }

        return null;
    }

    private static string? FileOfWord(ShellWord word)
    {
        foreach (var file in Files)
        {
            if (word.Characters.Contains(file, StringComparison.Ordinal))
            {
                return file;
            }
        }

        return null;
    }
}
