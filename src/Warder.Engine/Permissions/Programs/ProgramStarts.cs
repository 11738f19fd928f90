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
    private readonly bool _importsNames;
    private readonly Dictionary<string, bool> _receivers = new(StringComparer.Ordinal);
    private readonly List<ProgramStart> _found = [];

    private ProgramStarts(string code, ScriptLanguage language)
    {
        _code = code;
        _language = language;
        _starters = Starters.Of(language);
        _importsNames = code.Contains("from subprocess import", StringComparison.Ordinal);
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
        if (search._found.Count == 0 || search.HidesOne())
        {
            // It names what starts programs, and how it uses that is not seen.
            search._found.Add(new ProgramStart(module, Command: null));
        }

        return search._found;
    }

    private void Search()
    {
        for (var at = 0; at < _code.Length;)
        {
            if (_found.Count >= MaxStarts)
            {
                _found.Add(new ProgramStart(at, Command: null));
                return;
            }

            if (_code[at] is '"' or '\'')
            {
                at = ProgramCode.EndOfString(_code, at, _language);
            }
            else if (IsOfName(_code[at]))
            {
                var start = at;
                while (at < _code.Length && IsOfName(_code[at]))
                {
                    at++;
                }

                Visit(start, _code.AsSpan(start, at - start), at);
            }
            else
            {
                at++;
            }
        }
    }

    private void Visit(int start, ReadOnlySpan<char> name, int end)
    {
        var isTagged = end < _code.Length && _code[end] == '`' && _language == ScriptLanguage.JavaScript && (name is "$" or "execa" || name.EndsWith("exec", StringComparison.Ordinal));
        if (isTagged)
        {
            Add(start, _argument.Text(end, out _));
            return;
        }

        var open = _argument.Skip(end);
        if (open >= _code.Length || _code[open] != '(')
        {
            return;
        }

        if (IsAmong(_starters.Shells, name) && !IsPattern(start, name))
        {
            Add(start, _argument.Text(open + 1, out _));
        }
        else if (IsAmong(_starters.Vectors, name) && IsOfModule(start))
        {
            AddVector(start, open + 1);
        }
    }

    /// <summary><c>/x/.exec(text)</c> and <c>pattern.exec(text)</c> match a pattern; a module's name stands before a start.</summary>
    private bool IsPattern(int start, ReadOnlySpan<char> name)
    {
        if (name is not "exec" || start == 0 || _code[start - 1] != '.')
        {
            return IsDeclared(start);
        }

        var from = start - 1;
        while (from > 0 && IsOfName(_code[from - 1]))
        {
            from--;
        }

        var receiver = _code[from..(start - 1)];
        return receiver.Length == 0 || !IsModule(receiver);
    }

    private bool IsModule(string receiver)
    {
        if (!_receivers.TryGetValue(receiver, out var isModule))
        {
            // So many names stand before no function; the rest are taken for modules.
            isModule = _receivers.Count >= MaxStarts || (_code.Contains($"{receiver} from", StringComparison.Ordinal) || _code.Contains($"{receiver} = require(", StringComparison.Ordinal) || _code.Contains($"{receiver} = await import(", StringComparison.Ordinal));
            _receivers[receiver] = isModule;
        }

        return isModule;
    }

    /// <summary>In Python <c>run</c> and <c>call</c> are common names; the module stands before them, or they are imported.</summary>
    private bool IsOfModule(int start)
    {
        if (_language != ScriptLanguage.Python)
        {
            return !IsDeclared(start);
        }

        var before = _code.AsSpan(0, start);
        return before.EndsWith("subprocess.") || before.EndsWith("sp.") || before.EndsWith("asyncio.")
            || (start > 0 && _code[start - 1] != '.' && _importsNames && !before.EndsWith("def "));
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

    /// <summary>Whether a function that starts programs is handed on or gets another name: <c>promisify(exec)</c>, <c>spawn as run</c>.</summary>
    private bool HidesOne()
    {
        foreach (var name in _starters.Shells.Concat(_starters.Vectors))
        {
            for (var at = _code.IndexOf(name, StringComparison.Ordinal); at >= 0; at = _code.IndexOf(name, at + 1, StringComparison.Ordinal))
            {
                var end = at + name.Length;
                var isWord = (at == 0 || !(IsOfName(_code[at - 1]) || _code[at - 1] is '-' or '\'' or '"')) && end < _code.Length && !(IsOfName(_code[end]) || _code[end] is '-' or '\'' or '"');
                if (isWord && IsHandedOn(at, end, name))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool IsHandedOn(int start, int end, string name)
    {
        if (_language == ScriptLanguage.Python)
        {
            return _code.AsSpan(end).TrimStart().StartsWith("as ") || (_code.AsSpan(0, start).EndsWith("subprocess.") && _code.AsSpan(end).TrimStart() is [not '(', ..]);
        }

        var before = _code.AsSpan(0, start).TrimEnd();
        var after = _code.AsSpan(end).TrimStart();
        return after.StartsWith("as ")
            || (name is not "fork" && before.EndsWith("promisify("))
            || (before.EndsWith("=") && !before.EndsWith("==") && after is [';' or '\n', ..]);
    }

    private static bool IsAmong(IReadOnlyList<string> names, ReadOnlySpan<char> name)
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
