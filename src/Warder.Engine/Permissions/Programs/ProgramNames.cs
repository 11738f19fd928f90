using Warder.Pipelines;
using Warder.Syntax;

namespace Warder.Engine.Permissions.Programs;

/// <summary>The names of a program that stand for one value wherever they are used: declared once, never set again, no parameter of a function.</summary>
internal sealed class ProgramNames
{
    private const int Unknown = -1;
    private const int MaxListed = 500_000;
    private static readonly string[] Changes = ["push", "unshift", "splice", "append", "extend", "insert", "pop", "shift", "remove", "reverse", "sort", "fill", "clear"];
    private readonly string _code;
    private readonly bool _isPython;
    private readonly Dictionary<string, int> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _byCharacters;
    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);
    private readonly Stack<(int Open, bool IsHead, bool IsDefinition)> _brackets = [];
    private TextSpan _lastWord;
    private TextSpan _wordBefore;
    private char _last;
    private bool _isAtLine = true;
    // The names behind `for`, `lambda` and `import` in Python are set there.
    private string? _list;
    private int _left = MaxListed;

    private ProgramNames(string code, ScriptLanguage language)
    {
        _code = code;
        _byCharacters = _values.GetAlternateLookup<ReadOnlySpan<char>>();
        _isPython = language == ScriptLanguage.Python;
    }

    /// <param name="code">The program without its comments.</param>
    /// <param name="language">JavaScript or Python.</param>
    public static ProgramNames Of(string code, ScriptLanguage language)
    {
        var names = new ProgramNames(code, language);
        names.Search(new ProgramWalk(code, language));
        return names;
    }

    /// <summary>Where the value of a name starts; -1 for one that is not set here, or may stand for several values.</summary>
    public int ValueOf(string name) => _left > 0 ? _values.GetValueOrDefault(name, Unknown) : Unknown;

    /// <summary>Whether a list under that name may get other entries.</summary>
    public bool IsChanged(string name) => _changed.Contains(name);

    private void Search(ProgramWalk walk)
    {
        while (walk.At < _code.Length)
        {
            var start = walk.At;
            if (walk.StepOver())
            {
                Pass('"');
            }
            else if (IsOfName(_code[start]))
            {
                walk.At = EndOfName(start);
                Visit(TextSpan.FromBounds(start, walk.At));
            }
            else
            {
                Sign(start);
                walk.At++;
            }
        }
    }

    private void Pass(char sign) => (_last, _wordBefore, _lastWord, _isAtLine) = (sign, _lastWord, default, false);

    private void Sign(int at)
    {
        switch (_code[at])
        {
            case '\n':
                _isAtLine = _brackets.Count == 0 || !_isPython;
                _list = _isAtLine ? null : _list;
                return;
            case var c when char.IsWhiteSpace(c):
                return;
            case '(' or '[' or '{':
                _brackets.Push((at, Word(_lastWord) is "if" or "while" or "for" or "switch" or "with", _isPython && Word(_wordBefore) is "def"));
                if (_code[at] != '(' && Word(_lastWord) is "const" or "let" or "var" or "import")
                {
                    TakeAll(at, EndOfList(at));
                }

                break;
            case ')' or ']' or '}' when _brackets.TryPop(out var bracket):
                if (_code[at] == ')' && IsOfParameters(bracket.IsHead, bracket.IsDefinition, at))
                {
                    TakeAll(bracket.Open, at);
                }

                break;
            case ':' when _list == "lambda":
                _list = null;
                break;
        }

        Pass(_code[at]);
    }

    private void Visit(TextSpan span)
    {
        var word = Word(span);
        var next = Skip(span.End);
        if (_last != '.')
        {
            Look(word, next);
        }

        if (_isPython)
        {
            _list = word is "for" or "lambda" or "import" ? word.ToString() : word is "in" && _list == "for" ? null : _list;
        }

        (_last, _wordBefore, _lastWord, _isAtLine) = ('a', _lastWord, span, false);
    }

    private void Look(ReadOnlySpan<char> word, int next)
    {
        var before = Word(_lastWord);
        var sign = At(next);
        var isSet = sign == '=' && At(next + 1) is not '=';
        if (_list is not null || before is "as" or "function" or "class" or "def" || (isSet && At(next + 1) == '>') || IsSetWithMore(sign, next))
        {
            _byCharacters[word] = Unknown;
        }
        else if (_isPython)
        {
            LookInPython(word, next, sign, isSet);
        }
        else if (before is "const" or "let" or "var")
        {
            Declare(word, isSet ? next + 1 : sign == ':' ? BehindType(next) : Unknown);
        }
        else if (isSet)
        {
            _byCharacters[word] = Unknown;
        }

        if (sign == '[' || (sign == '.' && Array.IndexOf(Changes, _code[Skip(next + 1)..EndOfName(Skip(next + 1))]) >= 0))
        {
            _changed.Add(word.ToString());
        }
    }

    private void LookInPython(ReadOnlySpan<char> word, int next, char sign, bool isSet)
    {
        if (isSet && _brackets.Count == 0)
        {
            Declare(word, _isAtLine ? next + 1 : Unknown);
        }
        else if ((_isAtLine && sign is ',' or ':') || (sign == ':' && At(next + 1) == '='))
        {
            _byCharacters[word] = Unknown;
        }
    }

    private void Declare(ReadOnlySpan<char> word, int value) => _byCharacters[word] = _byCharacters.ContainsKey(word) ? Unknown : value;

    /// <summary><c>a += b</c>, <c>a ||= b</c>.</summary>
    private bool IsSetWithMore(char sign, int next) => sign switch
    {
        '+' or '-' or '*' or '/' or '%' or '^' => At(next + 1) == '=',
        '|' or '&' or '?' => At(next + 1) == '=' || (At(next + 1) == sign && At(next + 2) == '='),
        _ => false,
    };

    /// <summary><c>const a: string = …</c></summary>
    private int BehindType(int at)
    {
        while (At(at) is not ('=' or '\n' or ';' or ',' or '\0'))
        {
            at++;
        }

        return At(at) == '=' && At(at + 1) is not ('>' or '=') ? at + 1 : Unknown;
    }

    private bool IsOfParameters(bool isHead, bool isDefinition, int close)
    {
        var next = Skip(close + 1);
        return _isPython ? isDefinition : (At(next) == '=' && At(next + 1) == '>') || (!isHead && At(next) is '{' or ':');
    }

    private int EndOfList(int at)
    {
        for (var depth = 0; at < _code.Length && _left-- > 0; at++)
        {
            depth += _code[at] is '{' or '[' ? 1 : _code[at] is '}' or ']' ? -1 : 0;
            if (depth == 0)
            {
                break;
            }
        }

        return at;
    }

    private void TakeAll(int start, int end)
    {
        _left -= end - start;
        for (var at = start; at < end && _left > 0;)
        {
            var stop = EndOfName(at);
            if (stop > at)
            {
                _byCharacters[_code.AsSpan(at..stop)] = Unknown;
            }

            at = Math.Max(stop, at + 1);
        }
    }

    private ReadOnlySpan<char> Word(TextSpan span) => _code.AsSpan(span.Start, span.Length);

    private char At(int at) => at < _code.Length ? _code[at] : '\0';

    private int Skip(int at)
    {
        while (at < _code.Length && char.IsWhiteSpace(_code[at]))
        {
            at++;
        }

        return at;
    }

    private int EndOfName(int at)
    {
        while (at < _code.Length && IsOfName(_code[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsOfName(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '$';
}
