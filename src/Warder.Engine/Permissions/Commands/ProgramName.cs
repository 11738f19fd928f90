namespace Warder.Engine.Permissions.Commands;

/// <summary>Tells which program a command runs.</summary>
internal static class ProgramName
{
    /// <summary>Stands for a program whose name is computed.</summary>
    public const string Computed = "a computed program";

    private static readonly string[] Runners = ["dlx", "x", "create"];

    /// <summary>The words behind the program; null where the program is computed.</summary>
    public static CommandWord[]? Split(ReadOnlySpan<CommandWord> words, out string program)
    {
        program = "";
        var at = 0;
        if (words.Length > 2 && IsPython(words[0].Text) && words[1].Text == "-m")
        {
            at = 2;
        }
        else if (words.Length > 2 && words[0].Text is "pnpm" or "yarn" or "bun" && Array.IndexOf(Runners, words[1].Text) >= 0)
        {
            at = 2;
        }
        else if (words.Length > 3 && words[0].Text is "uv" && words[1].Text == "tool" && words[2].Text == "run")
        {
            at = 3;
        }
        else if (words.Length > 2 && words[0].Text is "pipx" or "uvx" && words[1].Text == "run")
        {
            at = 2;
        }
        else if (words.Length > 1 && words[0].Text is "uvx")
        {
            at = 1;
        }

        while (at < words.Length - 1 && at > 0 && words[at].IsOption)
        {
            at++;
        }

        var name = words[at].Text;
        if (name.Length == 0 || name.Contains(Facts.FactCondition.Hole, StringComparison.Ordinal))
        {
            return null;
        }

        program = Bare(name);
        return program.Length == 0 ? null : words[(at + 1)..].ToArray();
    }

    private static string Bare(string name)
    {
        var version = name.LastIndexOf('@');
        var bare = version > 0 ? name[..version] : name;
        // A scoped package keeps its scope: it is a name, not a folder.
        bare = bare.StartsWith('@') ? bare : bare[(bare.LastIndexOfAny(['/', '\\']) + 1)..];
        return bare.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? bare[..^4] : bare;
    }

    private static bool IsPython(string name) => Bare(name).StartsWith("python", StringComparison.Ordinal) || name == "py";
}
