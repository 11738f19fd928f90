using System.Buffers;
using System.Text;

namespace Warder.Syntax.Yaml;

/// <summary>
/// Reads the YAML that nearly all files are written in, in one pass over the text: nested mappings and lists with scalars of one
/// line or in block style. At the first thing beyond that - anchors, tags, several documents, tabs, any mistake - it gives up, and
/// the parser reads the text from its start.
/// </summary>
/// <remarks>It may give up where it likes; where it does not, its tree must be the one that the parser's events give.</remarks>
internal sealed partial class YamlCommonReader
{
    /// <summary>The parser takes a key only where its colon stands within 1,024 characters; near to that it is asked.</summary>
    private const int LongestKey = 1000;

    private static readonly SearchValues<char> Uncommon = SearchValues.Create("\0\r\u0085\u2028\u2029\uFEFF");
    private static readonly SearchValues<char> UncommonInAscii = SearchValues.Create("\0\r");

    private readonly string _text;
    private readonly YamlTreeStack _tree;
    private readonly StringBuilder _buffer = new();
    private int _at;
    private int _lineStart;

    private YamlCommonReader(SourceText source)
    {
        _text = source.Text;
        _tree = new YamlTreeStack(source);
    }

    private int Column => _at - _lineStart;

    private bool IsAtEnd => _at >= _text.Length;

    /// <summary>Reads a text; null where it has something that only the parser knows.</summary>
    public static YamlTree? Read(SourceText source)
    {
        if (source.Text.AsSpan().ContainsAny(Ascii.IsValid(source.Text) ? UncommonInAscii : Uncommon))
        {
            return null;
        }

        var reader = new YamlCommonReader(source);
        return reader.ReadDocument() ? reader._tree.ToTree(source.Text.Length) : null;
    }

    private bool ReadDocument()
    {
        SkipToToken();
        if (IsMarker(_at) && _text[_at] == '-')
        {
            _at += 3;
            if (!EndLine())
            {
                return false;
            }

            SkipToToken();
        }

        if (IsAtEnd || !ReadNode(indent: -1, mayNest: true) || !IsAtEnd || _tree.IsStopped)
        {
            return false;
        }

        _tree.EndDocument();
        return true;
    }

    /// <summary>Reads what starts here and goes on to the next token, which is the first of its line.</summary>
    /// <param name="indent">The column of the mapping or list around it.</param>
    /// <param name="mayNest">Whether a mapping or list may start here: not behind a key in its line.</param>
    private bool ReadNode(int indent, bool mayNest)
    {
        switch (_text[_at])
        {
            case '-' when IsGap(_at + 1):
                return mayNest && ReadList(Column);
            case '|' or '>':
                return ReadBlockScalar(indent);
            case '[' or '{':
                return indent >= 0 && ReadFlow() && EndLine() && SkipToToken();
        }

        var start = _at;
        if (!ScanScalar(out var scalar))
        {
            return false;
        }

        if (scalar.IsKey)
        {
            return mayNest && ReadMapping(start - _lineStart, start, scalar);
        }

        // The root must be a mapping or list: at column 0 a line may be the end of the document.
        return indent >= 0
            && (scalar.Style == YamlScalarStyle.Plain ? ReadPlain(start, scalar.Value, indent) : AddScalar(start, scalar))
            && EndLine()
            && SkipToToken();
    }

    private bool ReadList(int column)
    {
        if (!Open(isFlow: false, isMapping: false))
        {
            return false;
        }

        do
        {
            var empty = ++_at;
            if (IsRestEmpty())
            {
                SkipToToken();
                if (IsAtEnd || Column <= column)
                {
                    _tree.Scalar(empty, empty, "", YamlScalarStyle.Plain);
                    continue;
                }
            }

            if (!ReadNode(column, mayNest: true))
            {
                return false;
            }
        }
        while (!IsAtEnd && Column == column && _text[_at] == '-' && IsGap(_at + 1));

        _tree.Close(_at);
        return true;
    }

    private bool ReadMapping(int column, int start, ScannedScalar key)
    {
        var at = _at;
        _at = start;
        if (!Open(isFlow: false, isMapping: true))
        {
            return false;
        }

        _at = at;
        while (true)
        {
            if (_at - start > LongestKey || !AddScalar(start, key) || !ReadValue(column))
            {
                return false;
            }

            if (IsAtEnd || Column < column)
            {
                _tree.Close(_at);
                return true;
            }

            start = _at;
            if (Column > column || !ScanScalar(out key) || !key.IsKey)
            {
                return false;
            }
        }
    }

    private bool ReadValue(int column)
    {
        var empty = ++_at;
        if (!IsRestEmpty())
        {
            return ReadNode(column, mayNest: false);
        }

        SkipToToken();
        if (!IsAtEnd && Column > column)
        {
            return ReadNode(column, mayNest: true);
        }

        // A list may stand at the column of its key.
        if (!IsAtEnd && Column == column && _text[_at] == '-' && IsGap(_at + 1))
        {
            return ReadList(column);
        }

        _tree.Scalar(empty, empty, "", YamlScalarStyle.Plain);
        return true;
    }

    private bool Open(bool isFlow, bool isMapping)
    {
        if (_tree.IsTooDeep(_at))
        {
            return false;
        }

        _tree.Open(_at, isFlow, isMapping);
        return true;
    }

    /// <summary>Goes on to the next token, behind spaces, line breaks and comments.</summary>
    private bool SkipToToken()
    {
        var text = _text;
        var at = _at;
        while ((uint)at < (uint)text.Length)
        {
            var unit = text[at];
            if (unit == '#')
            {
                at = LineEnd(at);
            }
            else if (unit is ' ' or '\n')
            {
                at++;
                _lineStart = unit == '\n' ? at : _lineStart;
            }
            else
            {
                break;
            }
        }

        _at = at;
        return true;
    }

    /// <summary>Whether nothing but spaces and a comment follows in the line; goes to what follows.</summary>
    private bool IsRestEmpty()
    {
        while (!IsAtEnd && _text[_at] == ' ')
        {
            _at++;
        }

        return IsAtEnd || _text[_at] is '\n' or '#';
    }

    /// <summary>Whether the line ends behind a value; a comment must be set off from it.</summary>
    private bool EndLine()
    {
        var at = _at;
        return IsRestEmpty() && (IsAtEnd || _text[_at] == '\n' || _at > at);
    }

    private int LineEnd(int at)
    {
        var length = _text.AsSpan(at).IndexOf('\n');
        return length < 0 ? _text.Length : at + length;
    }

    private bool IsGap(int at) => at >= _text.Length || _text[at] is ' ' or '\n' or '\t';

    /// <summary>Whether a document begins or ends here.</summary>
    private bool IsMarker(int at) =>
        at == _lineStart && IsGap(at + 3) && (_text.AsSpan(at).StartsWith("---") || _text.AsSpan(at).StartsWith("..."));
}
