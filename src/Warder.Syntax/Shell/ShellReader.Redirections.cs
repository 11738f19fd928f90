namespace Warder.Syntax.Shell;

internal sealed partial class ShellReader
{
    private readonly List<PendingDocument> _hereDocuments = [];
    private int _hereMark;

    private bool TryReadRedirection()
    {
        // Few words begin one.
        if (Peek() is not ('<' or '>' or '&' or '{' or (>= '0' and <= '9')))
        {
            return false;
        }

        var start = _pos;
        var at = DescriptorEnd();
        var op = OperatorAt(at);
        if (op.Length == 0)
        {
            return false;
        }

        var descriptor = at > start ? _text[start..at] : null;
        _pos = at + op.Length;
        ShellWord? target = null;
        ShellHereDocument? document = null;
        if (op is "<<" or "<<-")
        {
            SkipInline();
            document = ReadDelimiter(start, op, out target);
        }
        else
        {
            SkipInline();
            if (!EndsWordAt(_pos) || (Peek() is '<' or '>' && Peek(1) == '('))
            {
                target = ReadWord();
            }
        }

        var end = target?.Span.End ?? at + op.Length;
        _redirections.Add(new ShellRedirection(op, descriptor, target, document, TextSpan.FromBounds(start, end)));
        return true;
    }

    private void SkipInline()
    {
        while (Peek() is ' ' or '\t')
        {
            _steps++;
            _pos++;
        }
    }

    private int DescriptorEnd()
    {
        var at = _pos;
        if (char.IsAsciiDigit(Peek()))
        {
            while (at < _end && char.IsAsciiDigit(_text[at]))
            {
                _steps++;
                at++;
            }

            return at < _end && _text[at] is '<' or '>' ? at : _pos;
        }

        if (Peek() == '{')
        {
            var end = NameEnd(at + 1);
            _steps += end - at;
            return end > at + 1 && end + 1 < _end && _text[end] == '}' && _text[end + 1] is '<' or '>' ? end + 1 : _pos;
        }

        return at;
    }

    private string OperatorAt(int at)
    {
        char Ahead(int count) => at + count < _end ? _text[at + count] : '\0';
        return (Ahead(0), Ahead(1), Ahead(2)) switch
        {
            ('<', '(', _) or ('>', '(', _) => "",
            ('<', '<', '<') => "<<<",
            ('<', '<', '-') => "<<-",
            ('<', '<', _) => "<<",
            ('<', '&', _) => "<&",
            ('<', '>', _) => "<>",
            ('<', _, _) => "<",
            ('>', '>', _) => ">>",
            ('>', '&', _) => ">&",
            ('>', '|', _) => ">|",
            ('>', _, _) => ">",
            ('&', '>', '>') => "&>>",
            ('&', '>', _) => "&>",
            _ => "",
        };
    }

    private ShellHereDocument? ReadDelimiter(int start, string op, out ShellWord? target)
    {
        var wordStart = _pos;
        var quoted = false;
        while (_pos < _end && !EndsWord(_text[_pos]))
        {
            _steps++;
            var c = _text[_pos++];
            if (c == '\\')
            {
                quoted = true;
                _pos = Math.Min(_pos + 1, _end);
            }
            else if (c is '\'' or '"')
            {
                quoted = true;
                var length = _text.AsSpan(_pos, _end - _pos).IndexOfAny(c, '\n');
                _pos = length < 0 ? _end : _pos + length;
                _pos += Peek() == c ? 1 : 0;
            }
        }

        if (_pos == wordStart)
        {
            target = null;
            return null;
        }

        target = new ShellWord(_text, TextSpan.FromBounds(wordStart, _pos), quoted, []);
        var document = new ShellHereDocument(target.Literal!, !quoted, op == "<<-");
        if (_current is not null)
        {
            _hereDocuments.Add(new PendingDocument(document, _current, TextSpan.FromBounds(start, _pos)));
        }

        return document;
    }

    /// <summary>Reads the here-documents that wait for the line which begins here.</summary>
    private void ReadHereDocuments()
    {
        for (var index = _hereMark; index < _hereDocuments.Count; index++)
        {
            ReadHereDocument(_hereDocuments[index]);
        }

        _hereDocuments.RemoveRange(_hereMark, _hereDocuments.Count - _hereMark);
    }

    private void ReadHereDocument(PendingDocument pending)
    {
        var start = _pos;
        var (bodyEnd, next) = FindDelimiter(pending.Document);
        if (bodyEnd < 0)
        {
            bodyEnd = next = _end;
            Report(ShellProblemKind.UnclosedHereDocument, pending.Opener.Start, pending.Opener.Length);
        }

        var (end, current, here) = (_end, _current, _hereMark);
        var mark = _expansions.Count;
        _end = bodyEnd;
        _current = pending.Command;
        _hereMark = _hereDocuments.Count;
        _depth++;
        while (_pos < _end)
        {
            _steps++;
            var rest = _text.AsSpan(_pos, _end - _pos);
            var length = pending.Document.Expands && _depth <= MaxDepth ? rest.IndexOfAny('\\', '$', '`') : rest.IndexOf('$');
            _pos = length < 0 ? _end : _pos + length;
            if (length < 0)
            {
                break;
            }

            if (pending.Document.Expands && _depth <= MaxDepth)
            {
                ReadInDouble();
            }
            else if (!TryReadTemplate(isQuoted: true))
            {
                _pos++;
            }
        }

        _depth--;
        (_end, _current, _hereMark) = (end, current, here);
        pending.Document.BodySpan = TextSpan.FromBounds(start, bodyEnd);
        pending.Document.Expansions = TakeExpansions(mark);
        _pos = next;
    }

    private (int BodyEnd, int Next) FindDelimiter(ShellHereDocument document)
    {
        var line = _pos;
        while (line < _end)
        {
            _steps++;
            var length = _text.AsSpan(line, _end - line).IndexOf('\n');
            var lineEnd = length < 0 ? _end : line + length;
            var content = _text.AsSpan(line, lineEnd - line).TrimEnd('\r');
            if (document.StripsTabs)
            {
                content = content.TrimStart('\t');
            }

            if (content.SequenceEqual(document.Delimiter))
            {
                return (line, lineEnd);
            }

            line = lineEnd + 1;
        }

        return (-1, -1);
    }

    private readonly record struct PendingDocument(ShellHereDocument Document, ShellCommand Command, TextSpan Opener);
}
