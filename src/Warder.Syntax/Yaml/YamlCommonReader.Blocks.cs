namespace Warder.Syntax.Yaml;

/// <content>Scalars in block style.</content>
internal sealed partial class YamlCommonReader
{
    private bool ReadBlockScalar(int indent)
    {
        var start = _at;
        var isFolded = _text[_at++] == '>';
        var chomping = !IsAtEnd && _text[_at] is '-' or '+' ? _text[_at++] : '\0';
        if (!EndLine() || FindWidth(indent, out var breaks) is not (> 0 and var width))
        {
            return false;
        }

        _buffer.Clear();
        int end;
        var wasBlank = false;
        do
        {
            var line = _at + width;
            end = LineEnd(line);
            if (end == _text.Length)
            {
                return false;
            }

            var isBlank = YamlCharacters.IsBlank(_text[line]);
            if (_buffer.Length > 0)
            {
                AppendBreaks(breaks, isFolded && !wasBlank && !isBlank);
            }
            else
            {
                _buffer.Append('\n', breaks);
            }

            wasBlank = isBlank;
            _buffer.Append(_text, line, end - line);
            _at = end + 1;
            if (!SkipBreaks(width, out breaks))
            {
                return false;
            }
        }
        while (!IsAtEnd && IsIndented(width));

        _buffer.Append('\n', chomping switch { '-' => 0, '+' => breaks + 1, _ => 1 });
        _tree.Scalar(start, end, _buffer.ToString(), isFolded ? YamlScalarStyle.Folded : YamlScalarStyle.Literal);
        _lineStart = _at;
        return !_tree.IsStopped && SkipToToken();
    }

    /// <summary>The break of the line before, and those of empty lines between: of lines that are folded, one alone is a space.</summary>
    private void AppendBreaks(int empty, bool isFolded)
    {
        if (!isFolded)
        {
            _buffer.Append('\n', empty + 1);
        }
        else if (empty == 0)
        {
            _buffer.Append(' ');
        }
        else
        {
            _buffer.Append('\n', empty);
        }
    }

    /// <summary>The indentation of the first line that is not empty; 0 for what is left to the parser.</summary>
    private int FindWidth(int indent, out int breaks)
    {
        breaks = 0;
        var widest = 0;
        _at = LineEnd(_at) + 1;
        while (_at < _text.Length)
        {
            var width = _text.AsSpan(_at).IndexOfAnyExcept(' ');
            if (width < 0 || _text[_at + width] == '\t')
            {
                return 0;
            }

            if (_text[_at + width] != '\n')
            {
                return width > indent && width >= widest ? width : 0;
            }

            widest = Math.Max(widest, width);
            breaks++;
            _at += width + 1;
        }

        return 0;
    }

    /// <summary>Goes behind lines that are empty, or would be without their indentation.</summary>
    private bool SkipBreaks(int width, out int breaks)
    {
        breaks = 0;
        while (true)
        {
            var at = _at;
            while (at < _text.Length && at - _at < width && _text[at] == ' ')
            {
                at++;
            }

            if (at >= _text.Length)
            {
                _at = at;
                return true;
            }

            if (_text[at] == '\n')
            {
                breaks++;
                _at = at + 1;
                continue;
            }

            return _text[at] != '\t' || at - _at == width;
        }
    }

    private bool IsIndented(int width) => _text.AsSpan(_at).IndexOfAnyExcept(' ') is var spaces && (spaces < 0 || spaces >= width);
}
