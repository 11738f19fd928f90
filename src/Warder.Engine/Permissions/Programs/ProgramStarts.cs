using System.Buffers;
using Warder.Pipelines;

namespace Warder.Engine.Permissions.Programs;

/// <summary>Finds where a program in JavaScript or Python starts others.</summary>
internal sealed class ProgramStarts
{
    private const int MaxStarts = 200;
    private readonly string _code;
    private readonly ScriptLanguage _language;
    private readonly Starters _starters;
    private readonly ProgramArgument _argument;
    private readonly Lazy<ModuleNames> _modules;
    private readonly Lazy<StarterMentions> _mentions;
    private readonly HashSet<string> _imported = new(StringComparer.Ordinal);
    private bool _isOpen;
    private int _importEnd;
    private readonly List<ProgramStart> _found = [];

    private ProgramStarts(string code, ScriptLanguage language)
    {
        _code = code;
        _language = language;
        _starters = Starters.Of(language);
        _modules = new Lazy<ModuleNames>(() => ModuleNames.Of(code));
        _mentions = new Lazy<StarterMentions>(() => new StarterMentions(code, _modules.Value));
        _argument = new ProgramArgument(code, language);
    }

    /// <summary>Whether a program names anything that starts others: a quick look before its comments are found.</summary>
    public static bool MayBeIn(string text, ScriptLanguage language) => text.AsSpan().ContainsAny(Starters.Of(language).Modules);

    /// <param name="code">The program without its comments.</param>
    /// <param name="language">JavaScript or Python.</param>
    public static IReadOnlyList<ProgramStart> Find(string code, ScriptLanguage language)
    {
        var search = new ProgramStarts(code, language);
        var module = code.AsSpan().IndexOfAny(search._starters.Modules);
        if (module < 0)
        {
            return [];
        }

        search.Search();
        if (search._found.Count == 0 || search._isOpen || code.AsSpan().ContainsAny(search._starters.Unfollowed))
        {
            // It names what starts programs, and how it uses that is not seen.
            search._found.Add(new ProgramStart(module, Command: null));
        }

        return search._found;
    }

    private void Search()
    {
        _isOpen |= _language == ScriptLanguage.JavaScript && _modules.Value.IsOpen;
        var walk = new ProgramWalk(_code, _language);
        while (walk.At < _code.Length)
        {
            if (_found.Count >= MaxStarts)
            {
                _isOpen = true;
                return;
            }

            var start = walk.At;
            if (walk.StepOver())
            {
                _isOpen |= IsNameInBrackets(start, walk.At);
            }
            else if (IsOfName(_code[start]))
            {
                while (walk.At < _code.Length && IsOfName(_code[walk.At]))
                {
                    walk.At++;
                }

                Visit(start, _code.AsSpan(start, walk.At - start), walk.At);
            }
            else
            {
                walk.At++;
            }
        }

        // A string that nobody closes: what follows it was taken for what it is not.
        _isOpen |= !walk.IsSound;
    }

    private void Visit(int start, ReadOnlySpan<char> name, int end)
    {
        if (_language == ScriptLanguage.Python)
        {
            VisitPython(start, name, end);
            return;
        }

        var isShell = IsAmong(_starters.Shells, name);
        var isVector = IsAmong(_starters.Vectors, name);
        var isTag = end < _code.Length && _code[end] == '`';
        if (isTag && (isShell || isVector || name is "$" || name.EndsWith("exec", StringComparison.Ordinal)))
        {
            Add(start, _argument.Text(end, out _));
            return;
        }

        var open = _argument.Skip(end);
        var isCalled = open < _code.Length && _code[open] == '(';
        if (isShell || isVector)
        {
            if (!isCalled)
            {
                _isOpen |= _mentions.Value.HandsOnFunction(start, end);
            }
            else if (isVector ? !IsDeclared(start) : !IsPattern(start, name))
            {
                AddCall(start, name, open + 1, isVector);
            }
        }
        else if (name is "$")
        {
            // `$({ cwd })` and `$.sync` make another tag.
            _isOpen |= isCalled || _mentions.Value.HandsOnFunction(start, end);
        }
        else if (_modules.Value.Starts(name.ToString()))
        {
            _isOpen |= _mentions.Value.HandsOnModule(start, end);
        }
    }

    private void AddCall(int start, ReadOnlySpan<char> name, int at, bool isVector)
    {
        if (isVector)
        {
            AddVector(start, at);
            return;
        }

        var command = _argument.Text(at, out var end);
        var next = _argument.Skip(end);
        var second = next < _code.Length && _code[next] == ',' ? _argument.Skip(next + 1) : _code.Length;
        // The toolkit's function of that name takes a list of words behind the program.
        if (name is "exec" && second < _code.Length && (_code[second] == '[' || (_code.AsSpan().ContainsAny(Starters.Lists) && _code[second] != '{')))
        {
            AddVector(start, at);
        }
        else
        {
            Add(start, command);
        }
    }

    private void VisitPython(int start, ReadOnlySpan<char> name, int end)
    {
        var before = _code.AsSpan(0, start);
        if (name is "subprocess")
        {
            VisitModule(before, end);
            return;
        }

        if (end < _code.Length && _code[end] is '"' or '\'' && name is "f" or "F" or "rf" or "fr")
        {
            // The holes of a text may call what starts programs.
            _isOpen |= _code.AsSpan(end, Math.Min(ProgramCode.EndOfString(_code, end, _language), _code.Length) - end).ContainsAny(_starters.Calls);
            return;
        }

        var isShell = IsAmong(_starters.Shells, name);
        if (!isShell && !IsAmong(_starters.Vectors, name))
        {
            return;
        }

        var open = _argument.Skip(end);
        var isCalled = open < _code.Length && _code[open] == '(';
        if (!isCalled)
        {
            _isOpen |= before.EndsWith("subprocess.") || before.EndsWith("sp.") || before.EndsWith("os.") || before.EndsWith("asyncio.")
                || (_imported.Contains(name.ToString()) && before is not [.., '.'] && start >= _importEnd);
        }
        else if (isShell && !IsDeclared(start) && !before.EndsWith("platform."))
        {
            Add(start, _argument.Text(open + 1, out _));
        }
        else if (IsOfModule(start, name))
        {
            AddVector(start, open + 1);
        }
    }

    private void VisitModule(ReadOnlySpan<char> before, int end)
    {
        var after = _code.AsSpan(end).TrimStart(" \t");
        if (before.TrimEnd(" \t").EndsWith("from") && after.StartsWith("import"))
        {
            var names = after["import".Length..].TrimStart(" \t\\\r\n");
            var stop = names is ['(', ..] ? names.IndexOf(')') : names.IndexOfAny('\n', ';');
            _importEnd = _code.Length - names.Length + (stop < 0 ? names.Length : stop);
            foreach (var name in (stop < 0 ? names : names[..stop]).ToString().Split([',', ' ', '(', '\n', '\r', '\t', '\\'], StringSplitOptions.RemoveEmptyEntries))
            {
                _imported.Add(name);
                _isOpen |= name is "as";
            }
        }
        else if (after is not ['.', ..])
        {
            // `import subprocess`, alone or among others, and not under a name that is not known.
            var line = before[(before.LastIndexOf('\n') + 1)..];
            _isOpen |= !line.TrimStart().StartsWith("import") || (after.StartsWith("as ") && !(after[3..].TrimStart().StartsWith("sp") && after[3..].TrimStart()[2..] is [] or ['\n' or '\r' or ' ', ..]));
        }
    }

    /// <summary><c>cp['exec']</c></summary>
    private bool IsNameInBrackets(int start, int end)
    {
        if (start == 0 || _code[start - 1] != '[' || end >= _code.Length || _code[end] != ']' || end - start < 2)
        {
            return false;
        }

        var name = _code.AsSpan((start + 1)..(end - 1));
        return _code.AsSpan(0, start - 1) is [.., var before] && (IsOfName(before) || before is ')' or '.') && (IsAmong(_starters.Shells, name) || IsAmong(_starters.Vectors, name));
    }

    /// <summary><c>/x/.exec(text)</c> and <c>pattern.exec(text)</c> match a pattern; a module's name stands before a start.</summary>
    private bool IsPattern(int start, ReadOnlySpan<char> name)
    {
        if (name is not "exec" || start == 0 || _code[start - 1] != '.')
        {
            return IsDeclared(start);
        }

        var dot = start > 1 && _code[start - 2] == '?' ? start - 2 : start - 1;
        var from = dot;
        while (from > 0 && IsOfName(_code[from - 1]))
        {
            from--;
        }

        var receiver = _code[from..dot];
        return receiver.Length == 0 ? !_modules.Value.IsLoadedBefore(dot) : !_modules.Value.Has(receiver);
    }

    /// <summary>In Python <c>run</c> and <c>call</c> are common names; the module stands before them, or they are imported.</summary>
    private bool IsOfModule(int start, ReadOnlySpan<char> name)
    {
        var before = _code.AsSpan(0, start);
        return before.EndsWith("subprocess.") || before.EndsWith("sp.") || before.EndsWith("asyncio.")
            || (before is not [.., '.'] && (_imported.Contains(name.ToString()) || _imported.Contains("*")) && !before.EndsWith("def "));
    }

    private bool IsDeclared(int start) => _code.AsSpan(0, start).TrimEnd() is var before
        && (before.EndsWith("function") || before.EndsWith("def"));

    private void AddVector(int start, int at)
    {
        if (_language == ScriptLanguage.Python)
        {
            // One list, or one text for a shell.
            var words = _argument.Words(at, out _);
            Add(start, words ?? _argument.Text(at, out _));
            return;
        }

        var program = _argument.Text(at, out var end);
        var next = _argument.Skip(end);
        if (program is null || next >= _code.Length || _code[next] != ',')
        {
            Add(start, program);
            return;
        }

        var second = _argument.Skip(next + 1);
        var isOptions = second < _code.Length && _code[second] is '{' or ')';
        var rest = isOptions ? "" : _argument.Words(second, out _);
        Add(start, rest is null ? null : $"{program} {rest}");
    }

    // `git ${args}` may be any command of git.
    private void Add(int start, string? command)
    {
        var words = command?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        var isOpen = words.Length == 0 || words[0].Contains("${value}", StringComparison.Ordinal) || (words.Length > 1 && words[1].Trim('"', '\'').StartsWith("${value}", StringComparison.Ordinal));
        _found.Add(new ProgramStart(start, isOpen ? null : command));
    }

    private static bool IsAmong(string[] names, ReadOnlySpan<char> name)
    {
        foreach (var known in names)
        {
            if (name.SequenceEqual(known))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfName(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '$';
}
