using Warder.Pipelines;

namespace Warder.Engine.Permissions.Programs;

/// <summary>Finds the files of the repository that a program in JavaScript or Python loads.</summary>
internal sealed class ProgramImports
{
    private static readonly string[] Endings = ["", ".js", ".ts", ".mjs", ".cjs", ".mts", ".cts", ".tsx", ".jsx", "/index.js", "/index.ts", "/index.mjs", "/index.cjs"];
    private static readonly string[] OtherWays = ["sys.path", "from sys import path", "addsitedir", "runpy", "exec(open", "imp.load_"];
    private readonly Func<string, bool> _exists;
    private readonly string _folder;
    private readonly List<string> _files = [];

    private ProgramImports(string path, Func<string, bool> exists)
    {
        _exists = exists;
        _folder = path[..Math.Max(path.LastIndexOf('/'), 0)];
    }

    /// <summary>Files by their paths; null where one is loaded that is computed or is not there when the workflow starts.</summary>
    /// <param name="path">The program's path in the repository.</param>
    /// <param name="code">Its text; in JavaScript without comments.</param>
    /// <param name="language">JavaScript or Python.</param>
    /// <param name="exists">Whether a file is in the repository.</param>
    public static IReadOnlyList<string>? Find(string path, string code, ScriptLanguage language, Func<string, bool> exists)
    {
        var imports = new ProgramImports(path, exists);
        return (language == ScriptLanguage.Python ? imports.FindPython(code) : imports.FindJavaScript(code)) ? imports._files : null;
    }

    private bool FindJavaScript(string code)
    {
        foreach (var word in new[] { "from", "import", "require" })
        {
            for (var at = code.IndexOf(word, StringComparison.Ordinal); at >= 0; at = code.IndexOf(word, at + 1, StringComparison.Ordinal))
            {
                var end = at + word.Length;
                if ((at > 0 && (IsOfName(code[at - 1]) || code[at - 1] is '.' or '\'' or '"' or '-')) || (end < code.Length && IsOfName(code[end])))
                {
                    continue;
                }

                var rest = code.AsSpan(end).TrimStart();
                var isCall = word != "from" && rest is ['(', ..];
                rest = isCall ? rest[1..].TrimStart() : rest;
                if (rest is ['\'' or '"' or '`', ..] && rest[1..].IndexOf(rest[0]) is var length and >= 0)
                {
                    if (!AddModule(rest.Slice(1, length).ToString()))
                    {
                        return false;
                    }
                }
                else if (isCall && rest is not [')', ..])
                {
                    return false;
                }
            }
        }

        return true;
    }

    private bool AddModule(string name)
    {
        if (!name.StartsWith("./", StringComparison.Ordinal) && !name.StartsWith("../", StringComparison.Ordinal) && name is not ("." or ".."))
        {
            // A package; one that starts programs is known by its name.
            return !name.Contains("${", StringComparison.Ordinal);
        }

        if (name.EndsWith(".json", StringComparison.Ordinal))
        {
            return true;
        }

        var path = Combine(name);
        // TypeScript names the file that will be made of it.
        var stem = path is not null && path.EndsWith("js", StringComparison.Ordinal) && path.LastIndexOf('.') is var dot and > 0 ? path[..dot] : null;
        return path is not null && (Add(path, Endings) || (stem is not null && Add(stem, Endings)));
    }

    private bool FindPython(string code)
    {
        // Where else modules may lie is told by a program that runs.
        if (Array.Exists(OtherWays, w => code.Contains(w, StringComparison.Ordinal)))
        {
            return false;
        }

        var imports = PythonImports.Of(code);
        foreach (var statement in imports ?? [])
        {
            var words = statement.Split([' ', ',', '\t', '\r', '\n', '(', ')', '\\'], StringSplitOptions.RemoveEmptyEntries);
            if (words is ["from", var module, "import", .. var names])
            {
                if (!AddFrom(module, names))
                {
                    return false;
                }
            }
            else if (words is ["import", ..])
            {
                foreach (var name in words.Skip(1))
                {
                    AddPython(name.Replace('.', '/'));
                }
            }
        }

        return imports is not null;
    }

    private bool AddFrom(string module, string[] names)
    {
        var dots = module.Length - module.TrimStart('.').Length;
        var stem = module[dots..].Replace('.', '/');
        if (dots == 0)
        {
            AddPython(stem);
            foreach (var name in names)
            {
                AddPython($"{stem}/{name}");
            }

            return true;
        }

        var up = string.Concat(Enumerable.Repeat("../", dots - 1));
        var isFound = stem.Length > 0 && Combine(up + stem) is { } path && Add(path, [".py", "/__init__.py"]);
        foreach (var name in names)
        {
            isFound |= Combine($"{up}{(stem.Length > 0 ? stem + "/" : "")}{name}") is { } inner && Add(inner, [".py", "/__init__.py"]);
        }

        return isFound;
    }

    // Beside the program, or from the root of the repository; else it is a package.
    private void AddPython(string stem)
    {
        // What holds a module runs before it.
        for (var slash = stem.IndexOf('/', StringComparison.Ordinal); slash > 0; slash = stem.IndexOf('/', slash + 1))
        {
            _ = (Combine(stem[..slash]) is { } beside && Add(beside, ["/__init__.py"])) || Add(stem[..slash], ["/__init__.py"]);
        }

        if (stem.Length > 0)
        {
            _ = (Combine(stem) is { } beside && Add(beside, [".py", "/__init__.py"])) || Add(stem, [".py", "/__init__.py"]);
        }
    }

    private string? Combine(string path) => path is "." or "./" ? (_folder.Length == 0 ? "index" : _folder) : Pipelines.Scripts.Calls.CallFolder.Combine(_folder, path);

    private bool Add(string path, string[] endings)
    {
        foreach (var ending in endings)
        {
            var file = path + ending;
            if (file.LastIndexOf('.') > file.LastIndexOf('/') && _exists(file))
            {
                if (!_files.Contains(file))
                {
                    _files.Add(file);
                }

                return true;
            }
        }

        return false;
    }

    private static bool IsOfName(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '$';
}
