using Warder.Syntax.Shell;

namespace Warder.Pipelines.Scripts.Calls;

/// <summary>Walks the commands of a step and notes which scripts of the repository they run.</summary>
internal sealed class CallSearch
{
    private const int MaxDepth = 3;

    private readonly string? _actionDirectory;
    private readonly List<string> _paths = [];
    private string? _folder;

    public CallSearch(string? actionDirectory) => _actionDirectory = actionDirectory;

    public IReadOnlyList<string> Paths => _paths;

    public void Search(ShellScript script, string? workingDirectory, int depth)
    {
        _folder = CallFolder.OfWorkingDirectory(workingDirectory);
        foreach (var command in script.Commands)
        {
            if (command.Kind == ShellCommandKind.Simple && command.Words.Count > 0)
            {
                Visit(command.Words, command.Nesting, depth);
            }
        }
    }

    private void Visit(IReadOnlyList<ShellWord> words, ShellNesting nesting, int depth)
    {
        var at = CommandPrefix.Skip(words);
        if (at >= words.Count)
        {
            return;
        }

        var program = words[at].Literal;
        var name = program is null ? null : program[(program.LastIndexOf('/') + 1)..];
        if (name is "cd" or "pushd" && nesting == ShellNesting.None)
        {
            _folder = at + 1 < words.Count ? Resolve(words[at + 1]) : null;
        }
        else if (name is "popd")
        {
            _folder = null;
        }
        else if (name is "source" or ".")
        {
            AddAt(words, at + 1);
        }
        else if (name is "make" or "gmake")
        {
            AddMakefile(words, at + 1);
        }
        else if (name is "go" && at + 2 < words.Count && words[at + 1].Literal is "run")
        {
            AddWithExtension(words, at + 2, ".go");
        }
        else if (name is not null && Interpreter.Of(name) is { } interpreter)
        {
            VisitInterpreter(interpreter, words, at + 1, depth);
        }
        else if (words[at].Characters.Contains('/'))
        {
            AddAt(words, at);
        }
    }

    private void VisitInterpreter(Interpreter interpreter, IReadOnlyList<ShellWord> words, int at, int depth)
    {
        for (; at < words.Count; at++)
        {
            var text = words[at].Literal ?? words[at].Text;
            if (text is "run" && interpreter.HasRun)
            {
                continue;
            }

            if (!text.StartsWith('-') || text == "-")
            {
                AddAt(words, at);
                return;
            }

            if (interpreter.IsCode(text))
            {
                if (interpreter.IsShell && depth < MaxDepth && at + 1 < words.Count && words[at + 1].Literal is { } code)
                {
                    SearchCode(code, depth + 1);
                }
                else if (!interpreter.IsShell)
                {
                    AddPowerShellFile(words, at + 1);
                }

                return;
            }

            if (text is "-m" && interpreter.HasModules)
            {
                if (at + 1 < words.Count && words[at + 1].Literal is { } module && module.Contains('.', StringComparison.Ordinal))
                {
                    Add(CallFolder.Combine(_folder, module.Replace('.', '/') + ".py"));
                }

                return;
            }

            at += interpreter.TakesValue(text) ? 1 : 0;
        }
    }

    private void SearchCode(string code, int depth)
    {
        var folder = _folder;
        foreach (var command in ShellParser.Parse(code).Commands)
        {
            if (command.Kind == ShellCommandKind.Simple && command.Words.Count > 0)
            {
                Visit(command.Words, command.Nesting, depth);
            }
        }

        _folder = folder;
    }

    // pwsh -Command "& ./x.ps1 -Force"
    private void AddPowerShellFile(IReadOnlyList<ShellWord> words, int at)
    {
        for (; at < words.Count; at++)
        {
            foreach (var part in (words[at].Literal ?? "").Split([' ', '&', ';'], StringSplitOptions.RemoveEmptyEntries))
            {
                if (part.EndsWith(".ps1", StringComparison.OrdinalIgnoreCase))
                {
                    Add(CallFolder.Combine(_folder, part.Replace('\\', '/')));
                }
            }
        }
    }

    private void AddMakefile(IReadOnlyList<ShellWord> words, int at)
    {
        var folder = _folder;
        var file = "Makefile";
        for (; at < words.Count; at++)
        {
            var text = words[at].Literal;
            var next = at + 1 < words.Count ? words[at + 1].Literal : null;
            if (text is "-C" or "--directory" && next is not null)
            {
                folder = CallFolder.Combine(folder, next);
            }
            else if (text is "-f" or "--file" && next is not null)
            {
                file = next;
            }
        }

        Add(CallFolder.Combine(folder, file));
    }

    private void AddWithExtension(IReadOnlyList<ShellWord> words, int at, string extension)
    {
        for (; at < words.Count; at++)
        {
            if (words[at].Literal is { } text && text.EndsWith(extension, StringComparison.Ordinal))
            {
                Add(CallFolder.Combine(_folder, text));
            }
        }
    }

    private void AddAt(IReadOnlyList<ShellWord> words, int at)
    {
        if (at < words.Count)
        {
            Add(Resolve(words[at]));
        }
    }

    private string? Resolve(ShellWord word)
    {
        var path = CallFolder.PathOf(word, _actionDirectory, out var fromRoot);
        return path is null ? null : CallFolder.Combine(fromRoot ? "" : _folder, path);
    }

    private void Add(string? path)
    {
        if (path is { Length: > 0 } && !_paths.Contains(path))
        {
            _paths.Add(path);
        }
    }
}
