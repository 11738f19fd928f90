using Warder.Syntax;

namespace Warder.Pipelines.GitHub.Expressions;

/// <summary>Builds the tree of one expression by recursive descent.</summary>
internal ref struct ExpressionReader
{
    // The platform counts the levels of the tree, in which parentheses leave no trace; ours must also bound its own stack.
    private const int MaxNesting = 4 * ExpressionParser.MaxDepth;

    private readonly string _text;
    private readonly int _start;
    private ExpressionScanner _token;
    private int _nesting;

    public ExpressionReader(string text, int start, int end)
    {
        _text = text;
        _start = start;
        _token = new ExpressionScanner(text, start, end);
    }

    /// <summary>Why the text is not an expression.</summary>
    public string? Problem { get; private set; }

    /// <summary>Where it is not one.</summary>
    public TextSpan ProblemSpan { get; private set; }

    /// <summary>Reads the whole expression; null where it is not one.</summary>
    public ExpressionNode? Read()
    {
        _token.Next();
        var root = ReadBinary(0);
        if (root.Node is null)
        {
            return null;
        }

        if (_token.Kind != ExpressionTokenKind.End)
        {
            Unexpected();
            return null;
        }

        if (root.Depth > ExpressionParser.MaxDepth)
        {
            TooDeep(TextSpan.FromBounds(root.Start, root.End));
            return null;
        }

        return root.Node;
    }

    private Part ReadBinary(int minimum)
    {
        if (++_nesting > MaxNesting)
        {
            TooDeep(_token.Span);
            return default;
        }

        var left = ReadUnary();
        while (left.Node is not null)
        {
            var (symbol, precedence) = OperatorOf(_token.Kind);
            if (symbol is null || precedence < minimum)
            {
                break;
            }

            _token.Next();
            var right = ReadBinary(precedence + 1);
            if (right.Node is null)
            {
                return default;
            }

            var depth = Math.Max(LevelsUnder(left, symbol), LevelsUnder(right, symbol)) + 1;
            var span = TextSpan.FromBounds(left.Start, right.End);
            left = new Part(new ExpressionNode.Binary(symbol, left.Node, right.Node, span), span.Start, span.End, depth);
        }

        _nesting--;
        return left;
    }

    private Part ReadUnary()
    {
        if (_token.Kind != ExpressionTokenKind.Not)
        {
            return ReadAccess();
        }

        var start = _token.Span.Start;
        if (++_nesting > MaxNesting)
        {
            TooDeep(_token.Span);
            return default;
        }

        _token.Next();
        var operand = ReadUnary();
        _nesting--;
        return operand.Node is null
            ? default
            : new Part(
                new ExpressionNode.Not(operand.Node, TextSpan.FromBounds(start, operand.End)), start, operand.End, operand.Depth + 1);
    }

    private Part ReadAccess()
    {
        var target = ReadPrimary(out var canHoldItems);
        while (canHoldItems && target.Node is not null)
        {
            if (_token.Kind == ExpressionTokenKind.Dot)
            {
                target = ReadProperty(target);
            }
            else if (_token.Kind == ExpressionTokenKind.OpenIndex)
            {
                target = ReadIndex(target);
            }
            else
            {
                break;
            }
        }

        return target;
    }

    private Part ReadProperty(Part target)
    {
        _token.Next();
        ExpressionNode? index = null;
        if (_token.Kind == ExpressionTokenKind.Name)
        {
            index = new ExpressionNode.Literal(TokenText(), _token.Span);
        }
        else if (_token.Kind != ExpressionTokenKind.Star)
        {
            return Unexpected();
        }

        var span = TextSpan.FromBounds(target.Start, _token.Span.End);
        _token.Next();
        return new Part(new ExpressionNode.Access(target.Node!, index, span), span.Start, span.End, target.Depth + 1);
    }

    private Part ReadIndex(Part target)
    {
        _token.Next();
        Part index = default;
        if (_token.Kind == ExpressionTokenKind.Star)
        {
            _token.Next();
        }
        else
        {
            index = ReadBinary(0);
            if (index.Node is null)
            {
                return default;
            }
        }

        if (_token.Kind != ExpressionTokenKind.CloseIndex)
        {
            return Unexpected();
        }

        var span = TextSpan.FromBounds(target.Start, _token.Span.End);
        _token.Next();
        return new Part(
            new ExpressionNode.Access(target.Node!, index.Node, span), span.Start, span.End, Math.Max(target.Depth, index.Depth) + 1);
    }

    private Part ReadPrimary(out bool canHoldItems)
    {
        canHoldItems = false;
        var span = _token.Span;
        switch (_token.Kind)
        {
            case ExpressionTokenKind.True:
            case ExpressionTokenKind.False:
                return Literal(_token.Kind == ExpressionTokenKind.True, span);
            case ExpressionTokenKind.Null:
                return Literal(null, span);
            case ExpressionTokenKind.Number:
                return Literal(_token.Number, span);
            case ExpressionTokenKind.String:
                return Literal(StringValue(span), span);
            case ExpressionTokenKind.Name:
                canHoldItems = true;
                return _token.OpensCall() ? ReadCall() : ReadContext();
            case ExpressionTokenKind.OpenGroup:
                canHoldItems = true;
                return ReadGroup();
            default:
                return Unexpected();
        }
    }

    private Part ReadContext()
    {
        var span = _token.Span;
        var node = new ExpressionNode.Context(TokenText(), span);
        _token.Next();
        return new Part(node, span.Start, span.End, 1);
    }

    private Part ReadGroup()
    {
        var start = _token.Span.Start;
        _token.Next();
        var inner = ReadBinary(0);
        if (inner.Node is null)
        {
            return default;
        }

        if (_token.Kind != ExpressionTokenKind.CloseGroup)
        {
            return Unexpected();
        }

        var end = _token.Span.End;
        _token.Next();
        return inner with { Start = start, End = end };
    }

    private Part ReadCall()
    {
        var nameSpan = _token.Span;
        var name = TokenText();
        _token.Next();
        _token.Next();
        var arguments = new List<ExpressionNode>(2);
        var depth = 0;
        while (arguments.Count > 0 || _token.Kind != ExpressionTokenKind.CloseGroup)
        {
            var argument = ReadBinary(0);
            if (argument.Node is null)
            {
                return default;
            }

            arguments.Add(argument.Node);
            depth = Math.Max(depth, argument.Depth);
            if (_token.Kind == ExpressionTokenKind.CloseGroup)
            {
                break;
            }

            if (_token.Kind != ExpressionTokenKind.Comma)
            {
                return Unexpected();
            }

            _token.Next();
        }

        var span = TextSpan.FromBounds(nameSpan.Start, _token.Span.End);
        _token.Next();
        return new Part(new ExpressionNode.Call(name, nameSpan, arguments, span), span.Start, span.End, depth + 1);
    }

    private Part Literal(object? value, TextSpan span)
    {
        _token.Next();
        return new Part(new ExpressionNode.Literal(value, span), span.Start, span.End, 1);
    }

    private readonly string StringValue(TextSpan span)
    {
        var content = _text.AsSpan(span.Start + 1, span.Length - 2);
        var value = content.ToString();
        return content.Contains('\'') ? value.Replace("''", "'", StringComparison.Ordinal) : value;
    }

    private readonly string TokenText() => _text.Substring(_token.Span.Start, _token.Span.Length);

    private Part Unexpected()
    {
        if (Problem is not null)
        {
            return default;
        }

        if (_token.Kind == ExpressionTokenKind.End)
        {
            Problem = "the expression ends too early";
            ProblemSpan = TextSpan.FromBounds(_start, _token.Span.Start);
            return default;
        }

        Problem = _token.Kind == ExpressionTokenKind.Unexpected && _token.Problem is { } problem ? problem : $"unexpected '{TokenText()}'";
        ProblemSpan = _token.Span;
        return default;
    }

    private void TooDeep(TextSpan span)
    {
        Problem ??= $"the expression is nested deeper than {ExpressionParser.MaxDepth} levels";
        ProblemSpan = span;
    }

    // A chain of the same logical operator is one level to the platform.
    private static int LevelsUnder(Part part, string symbol) =>
        part.Node is ExpressionNode.Binary binary && symbol is "||" or "&&" && ReferenceEquals(binary.Operator, symbol)
            ? part.Depth - 1
            : part.Depth;

    private static (string? Symbol, int Precedence) OperatorOf(ExpressionTokenKind kind) => kind switch
    {
        ExpressionTokenKind.Or => ("||", 1),
        ExpressionTokenKind.And => ("&&", 2),
        ExpressionTokenKind.Equal => ("==", 3),
        ExpressionTokenKind.NotEqual => ("!=", 3),
        ExpressionTokenKind.Less => ("<", 4),
        ExpressionTokenKind.LessOrEqual => ("<=", 4),
        ExpressionTokenKind.Greater => (">", 4),
        ExpressionTokenKind.GreaterOrEqual => (">=", 4),
        _ => (null, 0),
    };

    /// <summary>A node with the range that it fills, parentheses included, and the levels of its tree.</summary>
    private readonly record struct Part(ExpressionNode? Node, int Start, int End, int Depth);
}
