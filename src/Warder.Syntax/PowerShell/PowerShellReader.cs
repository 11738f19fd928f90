using Warder.Syntax.Shell;

namespace Warder.Syntax.PowerShell;

internal sealed partial class PowerShellReader
{
    private const int MaxDepth = 64;

    private readonly string _text;
    private readonly int _end;
    private readonly List<PowerShellCommand> _commands = [];
    private readonly List<PowerShellVariableUse> _uses = [];
    private readonly List<TextSpan> _found = [];
    private readonly List<PowerShellWord> _words = [];
    private readonly ShellTemplateScanner _templates;
    private int _pos;
    private int _depth;
    private int _replaced;
    private long _steps;
    private PowerShellCommand? _current;
    private PowerShellCommand? _last;

    internal PowerShellReader(string text, TextSpan range)
    {
        _text = text;
        _pos = Math.Clamp(range.Start, 0, text.Length);
        _end = Math.Clamp(range.End, _pos, text.Length);
        _templates = new ShellTemplateScanner(text, _end);
    }

    internal PowerShellScript Read()
    {
        ReadStatements('\0');
        return new PowerShellScript(_text, _commands, _uses, _found, _steps + _templates.Steps);
    }

    private char Peek(int ahead = 0) => _pos + ahead < _end ? _text[_pos + ahead] : '\0';

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\r' or ',';

    /// <summary>Reads up to <paramref name="closer"/> and past it, or to the end.</summary>
    private void ReadStatements(char closer)
    {
        var parent = _current;
        PowerShellCommand? source = null;
        while (_pos < _end)
        {
            _steps++;
            SkipBlanks();
            if (_pos >= _end)
            {
                break;
            }

            var c = _text[_pos];
            if (c == closer)
            {
                _pos++;
                break;
            }

            if (c == '|' && Peek(1) != '|')
            {
                source = _commands.Count > 0 ? LastOf(parent) : null;
                _pos++;
            }
            else if (c is '\n' or ';' or '|' or ')' or '}' || (c == '&' && Peek(1) == '&'))
            {
                source = c == '\n' ? source : null;
                _last = c == '\n' && source is not null ? _last : null;
                _pos += c is '|' or '&' ? 2 : 1;
            }
            else
            {
                ReadStatement(parent, source);
                source = null;
            }
        }

        _current = parent;
    }

    private PowerShellCommand? LastOf(PowerShellCommand? parent) => _last is not null && ReferenceEquals(_last.Parent, parent) ? _last : null;

    private void ReadStatement(PowerShellCommand? parent, PowerShellCommand? source)
    {
        var command = new PowerShellCommand(parent) { PipedFrom = source };
        if (source is not null)
        {
            source.PipedInto = command;
        }

        _commands.Add(command);
        _current = command;
        var mark = _words.Count;
        var start = _pos;
        var end = start;
        var firstUse = _uses.Count;
        if (Peek() is '&' or '.' && IsBlank(Peek(1)))
        {
            _pos++;
        }

        while (true)
        {
            _steps++;
            SkipBlanks();
            if (_pos >= _end || _text[_pos] is '\n' or ';' or '|' or ')' or '}' || (Peek() == '&' && Peek(1) == '&'))
            {
                break;
            }

            if (_words.Count == mark + 1 && command.AssignedTo is null && AssignmentLength() is var length and > 0)
            {
                command.AssignedTo = _words[mark].Text;
                _words.RemoveAt(mark);
                MarkAssigned(firstUse);
                _pos += length;
            }
            else
            {
                ReadWord();
            }

            end = _pos;
        }

        command.Span = TextSpan.FromBounds(start, Math.Max(end, start));
        command.Words = _words.GetRange(mark, _words.Count - mark).ToArray();
        _words.RemoveRange(mark, _words.Count - mark);
        _last = command;
        _current = parent;
    }

    private int AssignmentLength()
    {
        if (Peek() == '=')
        {
            return 1;
        }

        return Peek() is '+' or '-' or '*' or '/' or '%' && Peek(1) == '=' ? 2 : Peek() == '?' && Peek(1) == '?' && Peek(2) == '=' ? 3 : 0;
    }

    private void MarkAssigned(int firstUse)
    {
        if (_uses.Count > firstUse)
        {
            _uses[firstUse] = _uses[firstUse] with { IsAssigned = true };
        }
    }

    private void SkipBlanks()
    {
        while (_pos < _end)
        {
            _steps++;
            var c = _text[_pos];
            if (IsBlank(c))
            {
                _pos++;
            }
            else if (c == '`' && Peek(1) is '\n' or '\r')
            {
                _pos += Peek(1) == '\r' && Peek(2) == '\n' ? 3 : 2;
            }
            else if (c == '#')
            {
                var length = _text.AsSpan(_pos, _end - _pos).IndexOf('\n');
                _pos = length < 0 ? _end : _pos + length;
            }
            else if (c == '<' && Peek(1) == '#')
            {
                var length = _text.AsSpan(_pos + 2, _end - _pos - 2).IndexOf("#>", StringComparison.Ordinal);
                _pos = length < 0 ? _end : _pos + 2 + length + 2;
            }
            else
            {
                return;
            }
        }
    }
}
