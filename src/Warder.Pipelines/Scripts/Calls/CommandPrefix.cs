using Warder.Syntax.Shell;

namespace Warder.Pipelines.Scripts.Calls;

/// <summary>Looks past words that only say how a command is run: <c>sudo</c>, <c>env X=1</c>, <c>timeout 5m</c>, <c>poetry run</c>.</summary>
public static class CommandPrefix
{
    /// <summary>The index of the word that names what is really run.</summary>
    public static int Skip(IReadOnlyList<ShellWord> words)
    {
        var at = 0;
        while (at < words.Count)
        {
            var next = Next(words, at);
            if (next == at)
            {
                return at;
            }

            at = next;
        }

        return at;
    }

    private static int Next(IReadOnlyList<ShellWord> words, int at) => words[at].Literal switch
    {
        "sudo" or "nice" or "time" or "exec" or "command" or "nohup" or "env" or "stdbuf" or "xvfb-run" or "!" => SkipOptions(words, at + 1),
        "timeout" => Math.Min(words.Count, SkipOptions(words, at + 1) + 1),
        "poetry" or "pipenv" or "uv" or "rye" or "pdm" or "hatch" when IsAt(words, at + 1, "run") => SkipOptions(words, at + 2),
        "bundle" or "pnpm" or "yarn" when IsAt(words, at + 1, "exec") => SkipOptions(words, at + 2),
        "npx" or "pnpx" or "bunx" => SkipOptions(words, at + 1),
        _ => at,
    };

    private static bool IsAt(IReadOnlyList<ShellWord> words, int at, string text) => at < words.Count && words[at].Literal == text;

    // Options and, behind env, assignments.
    private static int SkipOptions(IReadOnlyList<ShellWord> words, int at)
    {
        while (at < words.Count)
        {
            var characters = words[at].Characters;
            var nameEnd = VariableSyntax.End(characters, 0);
            if (characters is ['-', ..])
            {
                at += characters is "-u" or "-n" ? 2 : 1;
            }
            else if (nameEnd > 0 && nameEnd < characters.Length && characters[nameEnd] == '=')
            {
                at++;
            }
            else
            {
                break;
            }
        }

        return Math.Min(at, words.Count);
    }
}
