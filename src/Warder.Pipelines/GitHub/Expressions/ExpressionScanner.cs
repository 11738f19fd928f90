using Warder.Syntax;

namespace Warder.Pipelines.GitHub.Expressions;

/// <summary>Cuts an expression into tokens, one at a time.</summary>
internal struct ExpressionScanner(string text, int start, int end)
{
    private readonly string _text = text;
    private readonly int _end = end;
    private int _at = start;

    /// <summary>The kind of the current token.</summary>
    public ExpressionTokenKind Kind { get; private set; } = ExpressionTokenKind.End;

    /// <summary>Where the current token stands.</summary>
    public TextSpan Span { get; private set; }

    /// <summary>The value of a number.</summary>
    public double Number { get; private set; }

    /// <summary>What is wrong with an unexpected token where there is more to say than that.</summary>
    public string? Problem { get; private set; }

    /// <summary>Reads the next token.</summary>
    public void Next()
    {
        var afterDot = Kind == ExpressionTokenKind.Dot;
        var afterTarget = Kind is ExpressionTokenKind.Name or ExpressionTokenKind.CloseGroup or ExpressionTokenKind.CloseIndex
            or ExpressionTokenKind.Star;
        while (_at < _end && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }

        var from = _at;
        if (_at >= _end)
        {
            Kind = ExpressionTokenKind.End;
            Span = new TextSpan(_end, 0);
            return;
        }

        var c = _text[_at++];
        Kind = c switch
        {
            '(' => ExpressionTokenKind.OpenGroup,
            ')' => ExpressionTokenKind.CloseGroup,
            '[' => ExpressionTokenKind.OpenIndex,
            ']' => ExpressionTokenKind.CloseIndex,
            ',' => ExpressionTokenKind.Comma,
            '*' => ExpressionTokenKind.Star,
            '!' => Take('=') ? ExpressionTokenKind.NotEqual : ExpressionTokenKind.Not,
            '<' => Take('=') ? ExpressionTokenKind.LessOrEqual : ExpressionTokenKind.Less,
            '>' => Take('=') ? ExpressionTokenKind.GreaterOrEqual : ExpressionTokenKind.Greater,
            '=' => Take('=') ? ExpressionTokenKind.Equal : Half("'=' is not an operator; did you mean '=='?"),
            '&' => Take('&') ? ExpressionTokenKind.And : Half("'&' is not an operator; did you mean '&&'?"),
            '|' => Take('|') ? ExpressionTokenKind.Or : Half("'|' is not an operator; did you mean '||'?"),
            '\'' => ReadString(),
            '"' => Half("strings are written in single quotes"),
            '.' when afterTarget => ExpressionTokenKind.Dot,
            '.' or '-' or '+' or (>= '0' and <= '9') => ReadNumber(from),
            _ => ReadName(from, afterDot),
        };
        Span = TextSpan.FromBounds(from, _at);
    }

    /// <summary>Whether the next code unit after white space opens a parameter list.</summary>
    public readonly bool OpensCall()
    {
        var at = _at;
        while (at < _end && char.IsWhiteSpace(_text[at]))
        {
            at++;
        }

        return at < _end && _text[at] == '(';
    }

    private bool Take(char expected)
    {
        if (_at < _end && _text[_at] == expected)
        {
            _at++;
            return true;
        }

        return false;
    }

    private ExpressionTokenKind Half(string problem)
    {
        Problem = problem;
        return ExpressionTokenKind.Unexpected;
    }

    private ExpressionTokenKind ReadString()
    {
        while (_at < _end)
        {
            var quote = _text.AsSpan(_at, _end - _at).IndexOf('\'');
            if (quote < 0)
            {
                break;
            }

            _at += quote + 1;
            if (_at < _end && _text[_at] == '\'')
            {
                _at++;
                continue;
            }

            return ExpressionTokenKind.String;
        }

        _at = _end;
        return Half("the string is not closed");
    }

    private ExpressionTokenKind ReadNumber(int from)
    {
        while (_at < _end && (_text[_at] == '.' || !IsBoundary(_text[_at])))
        {
            _at++;
        }

        Number = ExpressionNumber.Parse(_text.AsSpan(from, _at - from));
        return double.IsNaN(Number) ? ExpressionTokenKind.Unexpected : ExpressionTokenKind.Number;
    }

    private ExpressionTokenKind ReadName(int from, bool afterDot)
    {
        while (_at < _end && !IsBoundary(_text[_at]))
        {
            _at++;
        }

        var name = _text.AsSpan(from, _at - from);
        if (!IsName(name))
        {
            return ExpressionTokenKind.Unexpected;
        }

        if (afterDot)
        {
            return ExpressionTokenKind.Name;
        }

        switch (name)
        {
            case "true":
                return ExpressionTokenKind.True;
            case "false":
                return ExpressionTokenKind.False;
            case "null":
                return ExpressionTokenKind.Null;
            case "NaN":
                Number = double.NaN;
                return ExpressionTokenKind.Number;
            case "Infinity":
                Number = double.PositiveInfinity;
                return ExpressionTokenKind.Number;
            default:
                return ExpressionTokenKind.Name;
        }
    }

    private static bool IsName(ReadOnlySpan<char> name)
    {
        if (!char.IsAsciiLetter(name[0]) && name[0] != '_')
        {
            return false;
        }

        foreach (var c in name[1..])
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-'))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsBoundary(char c) =>
        c is '(' or '[' or ')' or ']' or ',' or '.' or '!' or '>' or '<' or '=' or '&' or '|' || char.IsWhiteSpace(c);
}
