namespace Warder.Pipelines.Scripts;

/// <summary>Tells a script's language from its path.</summary>
public static class ScriptLanguages
{
    /// <summary>
    /// The language, or null where the file is no script that Warder reads. A file without extension counts only in a folder
    /// <c>bin</c> or <c>scripts</c>, as <see cref="ScriptLanguage.Shell"/>; its first line says what it really is when it is read.
    /// </summary>
    public static ScriptLanguage? OfPath(string path)
    {
        var slash = path.LastIndexOf('/');
        var name = path.AsSpan(slash + 1);
        if (name.IsEmpty)
        {
            return null;
        }

        var dot = name.LastIndexOf('.');
        return OfName(name)
            ?? (dot < 0 ? OfFolder(path.AsSpan(0, Math.Max(slash, 0))) : dot == 0 ? null : OfExtension(name[(dot + 1)..]));
    }

    /// <summary>Whether names of variables mean the same in any case.</summary>
    public static bool IgnoresCase(ScriptLanguage language) => language is ScriptLanguage.PowerShell or ScriptLanguage.Command;

    /// <summary>Whether the path has no extension, so that its first line must say what it is.</summary>
    internal static bool NeedsFirstLine(string path)
    {
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        return name.IndexOf('.') < 0 && OfName(name) is null;
    }

    /// <summary>The language named by a <c>#!</c> line; null where there is none or it is another one.</summary>
    internal static ScriptLanguage? OfFirstLine(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith("#!", StringComparison.Ordinal))
        {
            return null;
        }

        var end = text.IndexOfAny('\r', '\n');
        var line = end < 0 ? text : text[..end];
        foreach (var part in line[2..].SplitAny(' ', '\t'))
        {
            var word = line[2..][part];
            var program = word[(word.LastIndexOf('/') + 1)..];
            if (OfProgram(program) is { } language)
            {
                return language;
            }
        }

        return null;
    }

    /// <summary>The language that a program runs, by its name without path: <c>python3.12</c> is Python.</summary>
    internal static ScriptLanguage? OfProgram(ReadOnlySpan<char> program) => program switch
    {
        "sh" or "bash" or "zsh" or "dash" or "ksh" or "ash" => ScriptLanguage.Shell,
        "pwsh" or "powershell" => ScriptLanguage.PowerShell,
        "node" or "nodejs" or "bun" or "deno" or "tsx" or "ts-node" or "zx" => ScriptLanguage.JavaScript,
        "ruby" => ScriptLanguage.Ruby,
        "make" or "gmake" => ScriptLanguage.Make,
        _ when program.StartsWith("python", StringComparison.Ordinal) => ScriptLanguage.Python,
        _ => null,
    };

    private static ScriptLanguage? OfName(ReadOnlySpan<char> name)
    {
        switch (name[0])
        {
            case '.':
                return name is ".npmrc" or ".yarnrc.yml" or ".pypirc" ? ScriptLanguage.PackageConfiguration : null;
            case 'C' or 'c':
                return name is "Containerfile" || IsVariantOf(name, "Containerfile") ? ScriptLanguage.Dockerfile
                    : IsCompose(name, "compose") ? ScriptLanguage.Compose : null;
            case 'D' or 'd':
                return name.Equals("Dockerfile", StringComparison.OrdinalIgnoreCase) || IsVariantOf(name, "Dockerfile") ? ScriptLanguage.Dockerfile
                    : IsCompose(name, "docker-compose") ? ScriptLanguage.Compose : null;
            case 'G':
                return name is "GNUmakefile" ? ScriptLanguage.Make : null;
            case 'M' or 'm':
                return name is "Makefile" or "makefile" || IsVariantOf(name, "Makefile") ? ScriptLanguage.Make : null;
            case 'N' or 'n':
                return name.Equals("nuget.config", StringComparison.OrdinalIgnoreCase) ? ScriptLanguage.PackageConfiguration : null;
            case 'R':
                return name is "Rakefile" ? ScriptLanguage.Ruby : null;
            case 'F':
                return name is "Fastfile" ? ScriptLanguage.Ruby : null;
            case 'p':
                return name is "pip.conf" or "pip.ini" ? ScriptLanguage.PackageConfiguration : null;
            case 's':
                return name is "settings.xml" ? ScriptLanguage.PackageConfiguration : null;
            default:
                return null;
        }
    }

    // Dockerfile.dev, but not Dockerfile.md.
    private static bool IsVariantOf(ReadOnlySpan<char> name, string stem) =>
        name.Length > stem.Length + 1
        && name[stem.Length] == '.'
        && name.StartsWith(stem, StringComparison.Ordinal)
        && !name.EndsWith(".md", StringComparison.Ordinal)
        && !name.EndsWith(".j2", StringComparison.Ordinal);

    private static bool IsCompose(ReadOnlySpan<char> name, string stem) =>
        name.StartsWith(stem, StringComparison.Ordinal)
        && name.Length > stem.Length
        && name[stem.Length] is '.' or '-' or '_'
        && (name.EndsWith(".yml", StringComparison.Ordinal) || name.EndsWith(".yaml", StringComparison.Ordinal));

    private static ScriptLanguage? OfFolder(ReadOnlySpan<char> folder)
    {
        var last = folder[(folder.LastIndexOf('/') + 1)..];
        return last is "bin" or "scripts" ? ScriptLanguage.Shell : null;
    }

    private static ScriptLanguage? OfExtension(ReadOnlySpan<char> extension) => extension switch
    {
        "sh" or "bash" or "zsh" => ScriptLanguage.Shell,
        "py" => ScriptLanguage.Python,
        "js" or "ts" or "mjs" or "cjs" or "mts" or "cts" or "jsx" or "tsx" => ScriptLanguage.JavaScript,
        "go" => ScriptLanguage.Go,
        "cs" or "csx" => ScriptLanguage.CSharp,
        "rb" or "rake" => ScriptLanguage.Ruby,
        "ps1" or "psm1" => ScriptLanguage.PowerShell,
        "mk" => ScriptLanguage.Make,
        "bat" or "cmd" => ScriptLanguage.Command,
        "dockerfile" or "Dockerfile" => ScriptLanguage.Dockerfile,
        _ => null,
    };
}
