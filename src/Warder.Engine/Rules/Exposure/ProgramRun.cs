using Warder.Engine.Exposure.Flow;
using Warder.Engine.Permissions;
using Warder.Pipelines.Scripts.Calls;
using Warder.Syntax.Shell;

namespace Warder.Engine.Rules.Exposure;

/// <summary>Tells whether a command runs code out of a folder of the workspace.</summary>
internal static class ProgramRun
{
    private const int MaxDepth = 3;
    private static readonly string[] Shells = ["bash", "sh"];
    private static readonly string[] Roots = ["$GITHUB_WORKSPACE/", "${GITHUB_WORKSPACE}/", "${{ github.workspace }}/", "${{github.workspace}}/", "$PWD/", "$(pwd)/"];

    /// <summary>Whether it does.</summary>
    /// <param name="command">The command.</param>
    /// <param name="folder">Where it runs; null where that is not known.</param>
    /// <param name="place">The code.</param>
    /// <param name="depth">How many shells it stands in that are given their code on the command line.</param>
    public static bool Of(ShellCommand command, string? folder, TreePlace place, int depth)
    {
        if (command.Kind != ShellCommandKind.Simple || command.Words.Count == 0)
        {
            return false;
        }

        // sudo, env and timeout run what stands behind them.
        var at = CommandPrefix.Skip(command.Words) is var skipped && skipped < command.Words.Count ? skipped : 0;
        if (FileOf(command.Words[at]) is { } file)
        {
            return place.Holds(file.IsFromRoot ? TreePlace.Join("", file.Path) : TreePlace.Join(folder, file.Path));
        }

        var rest = command.Words.Skip(at + 1).ToList();
        return command.Words[at].Literal is { } program
            && (TreeRunners.Interpreters.Contains(program, StringComparer.Ordinal) ? RunsFile(program, rest, folder, place, depth) : RunsTree(command, program, rest, folder, place));
    }

    /// <summary>The file that a word names as a program; null where it names a program of the machine.</summary>
    private static (string Path, bool IsFromRoot)? FileOf(ShellWord word)
    {
        var text = word.Text.Trim('"');
        if (Array.Find(Roots, r => text.StartsWith(r, StringComparison.Ordinal)) is { } root)
        {
            return (text[root.Length..], IsFromRoot: true);
        }

        return word.Literal is { } program && program.Contains('/', StringComparison.Ordinal) && !program.StartsWith('/') && !program.StartsWith('~') ? (program, IsFromRoot: false) : null;
    }

    /// <summary>Whether an interpreter runs a file or a module of the place, or code on its command line that does.</summary>
    private static bool RunsFile(string program, List<ShellWord> rest, string? folder, TreePlace place, int depth)
    {
        for (var i = 0; i < rest.Count; i++)
        {
            if (rest[i].Text is not ['-', _, ..] option)
            {
                return FileOf(rest[i]) is { IsFromRoot: true } rooted
                    ? place.Holds(TreePlace.Join("", rooted.Path))
                    : rest[i].Literal is { } name && !name.StartsWith('/') && place.Holds(TreePlace.Join(folder, name));
            }

            if (Array.IndexOf(Shells, program) >= 0)
            {
                // The last letter of a cluster may take the code: -ec.
                if (option[1] != '-' && option.EndsWith('c'))
                {
                    return depth < MaxDepth && i + 1 < rest.Count && rest[i + 1].Literal is { } code && ShellParser.Parse(code).Commands.Any(c => Of(c, folder, place, depth + 1));
                }

                i += option is "-o" or "+o" ? 1 : 0;
            }
            else if (TreeRunners.IsHarmless(program, option))
            {
                return false;
            }
            else if (option is "-m" && i + 1 < rest.Count)
            {
                return rest[i + 1].Literal is not { } module || (!TreeRunners.Modules.Contains(module, StringComparer.Ordinal) && (module is not "pip" || rest.Any(w => w.Literal is "install")) && place.Holds(folder));
            }
        }

        return false;
    }

    private static bool RunsTree(ShellCommand command, string program, List<ShellWord> rest, string? folder, TreePlace place)
    {
        if (!TreeRunners.Commands.Any(c => StartsWith(program, rest, c) || StepCommands.StartsWith(command, c))
            || rest.Any(w => w.Literal is { } option && TreeRunners.IsHarmless(program, option)))
        {
            return false;
        }

        foreach (var option in TreeRunners.FolderOptions)
        {
            if (StepCommands.OptionValue(command, option) is { Length: > 0 } value)
            {
                folder = TreePlace.Join(folder, value);
            }
        }

        return place.Holds(folder) || (place.Folder.Length > 0 && rest.Any(w => w.Literal is { Length: > 0 } word && word[0] != '-' && TreePlace.Join(folder, word) is { } path && place.Holds(path)));
    }

    private static bool StartsWith(string program, List<ShellWord> rest, string[] words)
    {
        if (program != words[0] || rest.Count < words.Length - 1)
        {
            return false;
        }

        for (var i = 1; i < words.Length; i++)
        {
            if (rest[i - 1].Literal != words[i])
            {
                return false;
            }
        }

        return true;
    }
}
