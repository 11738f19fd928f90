using Warder.Pipelines.Scripts;
using Warder.Syntax.Shell;

namespace Warder.Pipelines.GitHub.Reading;

/// <summary>Finds the scripts of the repository that a shell command runs.</summary>
internal static class ScriptCallFinder
{
    private static readonly string[] Interpreters =
    [
        "bash", "sh", "dash", "zsh", "ksh", "source", ".", "python", "python3", "node", "ruby", "pwsh", "perl", "deno", "bun", "tsx", "ts-node",
    ];

    /// <summary>The script's path from the repository's root; null where the command runs none.</summary>
    public static string? Find(ShellCommand command, string? folder)
    {
        if (CommandName.OfProgram(command, out var index) is not { } program)
        {
            return null;
        }

        var word = command.Words[index].Literal ?? "";
        if (word.Contains('/', StringComparison.Ordinal))
        {
            return IsInterpreterPath(word) ? FindArgument(command, index, folder) : Locate(word, folder);
        }

        return Array.IndexOf(Interpreters, program) >= 0 ? FindArgument(command, index, folder) : null;
    }

    /// <summary>A path as written, from the repository's root; null where it is absolute, computed or leaves the root.</summary>
    public static string? Locate(string word, string? folder)
    {
        const string Workspace = "$GITHUB_WORKSPACE/";
        if (word.StartsWith(Workspace, StringComparison.Ordinal))
        {
            (word, folder) = (word[Workspace.Length..], null);
        }

        if (word.Length == 0 || word[0] is '/' or '~' or '-' || word.AsSpan().ContainsAny("$`*?{"))
        {
            return null;
        }

        if (folder is not null && (folder.StartsWith('/') || folder.Contains('$', StringComparison.Ordinal)))
        {
            return null;
        }

        var path = ReferenceReader.NormalisePath(folder is null ? word : folder + "/" + word);
        return path.Length == 0 || path.StartsWith("..", StringComparison.Ordinal) ? null : path;
    }

    private static bool IsInterpreterPath(string word) =>
        word[0] == '/' && Array.IndexOf(Interpreters, word[(word.LastIndexOf('/') + 1)..]) >= 0;

    private static string? FindArgument(ShellCommand command, int index, string? folder)
    {
        for (var i = index + 1; i < command.Words.Count; i++)
        {
            var text = command.Words[i].Literal ?? Unquoted(command.Words[i]);
            if (text is "-c" or "-e" or "-m" or "-p" or "--eval" or "-Command" or "-s" or "-")
            {
                return null;
            }

            if (text is "run" || text.StartsWith('-'))
            {
                continue;
            }

            return text.Contains('.', StringComparison.Ordinal) || text.Contains('/', StringComparison.Ordinal) ? Locate(text, folder) : null;
        }

        return null;
    }

    private static string Unquoted(ShellWord word) => word.Text.Trim('"').Replace("${GITHUB_WORKSPACE}", "$GITHUB_WORKSPACE", StringComparison.Ordinal);
}
