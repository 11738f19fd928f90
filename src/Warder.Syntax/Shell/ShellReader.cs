using System.Buffers;

namespace Warder.Syntax.Shell;

internal sealed partial class ShellReader
{
    private const int MaxDepth = 64;

    // How far up a stray closer looks for its opener; keeps hostile nesting linear.
    private const int MaxFrameSearch = 16;

    private static readonly SearchValues<char> WordSpecials = SearchValues.Create(" \t\r\n;&|()<>\\'\"$`");
    private static readonly SearchValues<char> BraceSpecials = SearchValues.Create("}\\'\"$`");
    private static readonly SearchValues<char> DoubleSpecials = SearchValues.Create("\"\\$`");

    private readonly string _text;
    private readonly TextSpan _range;
    private readonly List<ShellCommand> _commands;
    private readonly List<ShellVariableUse> _uses = [];
    private readonly List<ShellProblem> _problems = [];
    private readonly List<ShellWord> _words = [];
    private readonly List<ShellExpansion> _expansions = [];
    private readonly ShellTemplateScanner _templates;

    private int _pos;
    private int _end;
    private int _depth;
    private int _quotes;
    private int _backtickDepth;
    private bool _backtickInDouble;
    private long _steps;
    private ShellCommand? _current;
    private ShellCommand? _parent;
    private ShellNesting _nesting;
    private string? _function;
    private Dictionary<int, int>? _doubleParens;

    internal ShellReader(string text, TextSpan range)
    {
        _text = text;
        var start = Math.Clamp(range.Start, 0, text.Length);
        _range = TextSpan.FromBounds(start, Math.Clamp(range.End, start, text.Length));
        // Scripts have about as many commands as lines.
        _commands = new List<ShellCommand>(1 + (_range.Length / 48));
        _pos = start;
        _end = _range.End;
        _templates = new ShellTemplateScanner(text, _end);
    }

    internal ShellScript Read()
    {
        ReadList(untilParen: false);
        ReadHereDocuments();
        SortUses();
        return new ShellScript(
            _text,
            _range,
            _commands,
            _uses,
            _problems,
            _steps + _templates.Steps);
    }

    private void SortUses()
    {
        for (var index = 1; index < _uses.Count; index++)
        {
            if (_uses[index].NameSpan.Start < _uses[index - 1].NameSpan.Start)
            {
                _uses.Sort((left, right) => left.NameSpan.Start.CompareTo(right.NameSpan.Start));
                return;
            }
        }
    }

    private char Peek(int ahead = 0) => _pos + ahead < _end ? _text[_pos + ahead] : '\0';

    private bool At(string token) =>
        _end - _pos >= token.Length && _text.AsSpan(_pos, token.Length).SequenceEqual(token);

    private void Report(ShellProblemKind kind, int start, int length) =>
        _problems.Add(new ShellProblem(kind, new TextSpan(start, Math.Min(length, _range.End - start))));

    /// <summary>Goes past white space within a line, joined lines and a comment.</summary>
    private void SkipBlanks()
    {
        while (_pos < _end)
        {
            _steps++;
            switch (_text[_pos])
            {
                case ' ' or '\t' or '\r':
                    _pos++;
                    break;
                case '\\' when Peek(1) == '\n' || (Peek(1) == '\r' && Peek(2) == '\n'):
                    _pos += Peek(1) == '\n' ? 2 : 3;
                    break;
                case '#':
                    var length = _text.AsSpan(_pos, _end - _pos).IndexOf('\n');
                    _pos = length < 0 ? _end : _pos + length;
                    return;
                default:
                    return;
            }
        }
    }

    private void SkipBlankLines()
    {
        SkipBlanks();
        while (_pos < _end && _text[_pos] == '\n')
        {
            _pos++;
            ReadHereDocuments();
            SkipBlanks();
        }
    }

    private static bool EndsWord(char c) => c is ' ' or '\t' or '\n' or '\r' or ';' or '&' or '|' or '(' or ')' or '<' or '>';

    private bool EndsWordAt(int at) => at >= _end || EndsWord(_text[at]);

    private static bool StartsName(char c) => char.IsAsciiLetter(c) || c == '_';

    private static bool ContinuesName(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    private int NameEnd(int at)
    {
        var end = at;
        if (end < _end && StartsName(_text[end]))
        {
            end++;
            while (end < _end && ContinuesName(_text[end]))
            {
                end++;
            }
        }

        return end;
    }

    /// <summary>The offset of the parenthesis that closes the one at <paramref name="open"/>, itself the second of two; -1 for none.</summary>
    private int CloserOf(int open)
    {
        _doubleParens ??= PairDoubleParens();
        return _doubleParens.TryGetValue(open, out var close) && close + 1 < _end && _text[close + 1] == ')' ? close : -1;
    }

    private Dictionary<int, int> PairDoubleParens()
    {
        // One pass for all: looking ahead from each opener would take quadratic time on nested ones.
        var pairs = new Dictionary<int, int>();
        var open = new Stack<int>();
        for (var at = _range.Start; _text.AsSpan(at, _range.End - at).IndexOfAny('(', ')') is >= 0 and var next; at++)
        {
            at += next;
            if (_text[at] == '(')
            {
                open.Push(at);
            }
            else if (open.TryPop(out var opener) && opener > 0 && _text[opener - 1] == '(')
            {
                pairs[opener] = at;
            }
        }

        _steps += _range.Length;
        return pairs;
    }
}
