using System.Text;
using Warder.Syntax.Shell;

namespace Warder.Syntax.PowerShell;

internal sealed partial class PowerShellReader
{
    private const string GetCall = "GetEnvironmentVariable";
    private const string PathPrefix = "env:";

    private void ReadWord()
    {
        var start = _pos;
        var replaced = _replaced;
        var quoted = false;
        while (_pos < _end)
        {
            _steps++;
            var c = _text[_pos];
            if (IsBlank(c) || c is '\n' or ';' or '|' or ')' or '}' || (c == '=' && _pos > start && _text[start] == '$'))
            {
                break;
            }

            switch (c)
            {
                case '\'':
                    quoted = true;
                    ReadSingleQuotes();
                    break;
                case '"':
                    quoted = true;
                    ReadDoubleQuotes();
                    break;
                case '@' when Peek(1) is '\'' or '"' && HereStringStarts():
                    quoted = true;
                    ReadHereString();
                    break;
                case '$':
                    ReadDollar();
                    break;
                case '(' or '{':
                    _replaced++;
                    ReadGroup(1, c == '(' ? ')' : '}');
                    break;
                case '`':
                    quoted = true;
                    _pos = Math.Min(_pos + 2, _end);
                    break;
                default:
                    ReadPlain();
                    break;
            }
        }

        if (_pos == start)
        {
            _pos++;
        }

        var text = _text[start.._pos];
        var literal = _replaced != replaced ? null : quoted ? Unquote(text) : text;
        var word = new PowerShellWord(TextSpan.FromBounds(start, _pos), text, literal);
        _words.Add(word);
        AddPathUse(word);
    }

    private void ReadPlain()
    {
        var start = _pos++;
        while (_pos < _end && (char.IsAsciiLetterOrDigit(_text[_pos]) || _text[_pos] is '-' or '_' or '.' or ':' or '/'))
        {
            _pos++;
        }

        _steps += _pos - start;
        if (Peek() == '(' && _text.AsSpan(start, _pos - start).EndsWith(GetCall, StringComparison.OrdinalIgnoreCase))
        {
            AddCallUse();
        }
    }

    private void AddCallUse()
    {
        var at = _pos + 1;
        while (at < _end && _text[at] is ' ')
        {
            _steps++;
            at++;
        }

        if (at >= _end || _text[at] is not ('\'' or '"'))
        {
            return;
        }

        var name = TextSpan.FromBounds(at + 1, NameEnd(at + 1));
        if (name.Length > 0 && name.End < _end && _text[name.End] == _text[at])
        {
            AddUse(PowerShellVariableKind.EnvironmentCall, name, name);
        }
    }

    private void AddPathUse(PowerShellWord word)
    {
        if (word.Literal is null || !word.Literal.StartsWith(PathPrefix, StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        var at = word.Span.Start + PathPrefix.Length + (word.Text[0] is '\'' or '"' ? 1 : 0);
        at += at < _end && _text[at] is '\\' or '/' ? 1 : 0;
        var name = TextSpan.FromBounds(at, NameEnd(at));
        if (name.Length > 0 && name.End <= word.Span.End)
        {
            AddUse(PowerShellVariableKind.EnvironmentPath, name, name);
        }
    }

    private int NameEnd(int at)
    {
        while (at < _end && (char.IsLetterOrDigit(_text[at]) || _text[at] == '_'))
        {
            _steps++;
            at++;
        }

        return at;
    }

    private void AddUse(PowerShellVariableKind kind, TextSpan name, TextSpan span)
    {
        if (_current is not null)
        {
            _uses.Add(new PowerShellVariableUse(kind, _text.Substring(name.Start, name.Length), name, span, _current, IsAssigned: false));
        }
    }

    private void ReadGroup(int opener, char closer)
    {
        _pos += opener;
        if (_depth >= MaxDepth)
        {
            return;
        }

        _depth++;
        ReadStatements(closer);
        _depth--;
    }

    private void ReadDollar()
    {
        var start = _pos;
        _replaced++;
        if (TryReadTemplate())
        {
            return;
        }

        if (Peek(1) == '(')
        {
            ReadGroup(2, ')');
            return;
        }

        var braced = Peek(1) == '{';
        _pos += braced ? 2 : 1;
        var nameStart = _pos;
        var scopeEnd = NameEnd(_pos);
        var kind = PowerShellVariableKind.Script;
        if (scopeEnd > _pos && scopeEnd + 1 < _end && _text[scopeEnd] == ':' && _text[scopeEnd + 1] != ':')
        {
            var isEnvironment = _text.AsSpan(_pos, scopeEnd - _pos).Equals("env", StringComparison.OrdinalIgnoreCase);
            kind = isEnvironment ? PowerShellVariableKind.Environment : kind;
            nameStart = scopeEnd + 1;
        }

        var nameEnd = NameEnd(nameStart);
        _pos = braced ? BracedEnd(nameEnd) : nameEnd;
        if (nameEnd > nameStart)
        {
            AddUse(kind, TextSpan.FromBounds(nameStart, nameEnd), TextSpan.FromBounds(start, _pos));
        }
    }

    private int BracedEnd(int at)
    {
        while (at < _end && _text[at] is not ('}' or '\n'))
        {
            _steps++;
            at++;
        }

        return at < _end && _text[at] == '}' ? at + 1 : at;
    }

    private bool TryReadTemplate()
    {
        if (!ShellTemplateScanner.StartsAt(_text, _pos, _end) || _templates.FindEnd(_pos, _end) is var end && end < 0)
        {
            return false;
        }

        _found.Add(TextSpan.FromBounds(_pos, end));
        _replaced++;
        _pos = end;
        return true;
    }

    private static string Unquote(string word)
    {
        var result = new StringBuilder(word.Length);
        var quote = '\0';
        for (var at = 0; at < word.Length; at++)
        {
            var c = word[at];
            if (c == '`' && quote != '\'' && at + 1 < word.Length)
            {
                result.Append(word[++at]);
            }
            else if (quote == '\0' && c is '\'' or '"')
            {
                quote = c;
            }
            else if (c == quote && quote != '\0')
            {
                if (at + 1 < word.Length && word[at + 1] == quote)
                {
                    result.Append(word[++at]);
                }
                else
                {
                    quote = '\0';
                }
            }
            else
            {
                result.Append(c);
            }
        }

        return result.ToString();
    }
}
