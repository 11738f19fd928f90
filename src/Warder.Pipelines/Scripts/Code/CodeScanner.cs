using Warder.Syntax;

namespace Warder.Pipelines.Scripts.Code;

/// <summary>Splits source code into words, strings and symbols, enough to see what is code and what is not.</summary>
internal sealed partial class CodeScanner
{
    private const int MaxDepth = 24;
    private const int MaxPattern = 300;

    private readonly string _text;
    private readonly CommentSyntax _syntax;
    private readonly List<CodeToken> _tokens;
    private List<PendingText>? _pending;
    private int _depth;

    private CodeScanner(string text, CommentSyntax syntax)
    {
        _text = text;
        _syntax = syntax;
        _tokens = new List<CodeToken>(text.Length / 8);
    }

    /// <summary>The tokens of a text; any text has some.</summary>
    public static List<CodeToken> Scan(string text, CommentSyntax syntax)
    {
        var scanner = new CodeScanner(text, syntax);
        var start = syntax.HasHashBang && text.StartsWith("#!", StringComparison.Ordinal) ? VariableSyntax.LineEnd(text, 0) : 0;
        scanner.ScanCode(start, text.Length, inHole: false);
        return scanner._tokens;
    }

    private bool StandsAt(int at, string what) =>
        _text[at] == what[0] && (what.Length == 1 || string.CompareOrdinal(_text, at, what, 0, what.Length) == 0);

    private int ScanCode(int at, int end, bool inHole)
    {
        var braces = 0;
        while (at < end)
        {
            var c = _text[at];
            if (c is '\n' or '\r')
            {
                at = EndLine(at, end);
            }
            else if (char.IsWhiteSpace(c))
            {
                at++;
            }
            else if (IsWordPart(c) && !_syntax.Prefixes.Contains(c, StringComparison.Ordinal))
            {
                at = ScanWord(at, end);
            }
            else if (SkipComment(at, end) is var after && after > at)
            {
                at = after;
            }
            else if (QuoteAfterPrefix(at, end) is var quote && quote >= 0 && !IsApostrophe(at))
            {
                at = ScanText(at, quote, end);
            }
            else if (IsWordPart(c))
            {
                at = ScanWord(at, end);
            }
            else if (c == '/' && _syntax.HasRegex && PatternEnd(at, end) is var patternEnd && patternEnd > at)
            {
                _tokens.Add(new CodeToken(CodeTokenKind.Text, TextSpan.FromBounds(at, patternEnd), new TextSpan(at, 0), HasHoles: true));
                at = patternEnd;
            }
            else if (c == '<' && _syntax.HasHereDocuments && TryHereDocument(at, end, out var next))
            {
                at = next;
            }
            else
            {
                if (inHole && c == '{')
                {
                    braces++;
                }
                else if (inHole && c == '}' && --braces < 0)
                {
                    return at;
                }

                at = ScanSymbol(at, end);
            }
        }

        return at;
    }

    private int EndLine(int at, int end)
    {
        at += _text[at] == '\r' && at + 1 < end && _text[at + 1] == '\n' ? 2 : 1;
        if (_pending is { Count: > 0 })
        {
            at = ScanPending(at, end);
        }

        if (_syntax.HasBeginEnd && at < end && StandsAt(at, "=begin"))
        {
            var close = _text.IndexOf("\n=end", at, end - at, StringComparison.Ordinal);
            return close < 0 ? end : Math.Min(end, VariableSyntax.LineEnd(_text, close + 1));
        }

        return at;
    }

    private int SkipComment(int at, int end)
    {
        if (StandsAt(at, _syntax.Line))
        {
            return Math.Min(end, VariableSyntax.LineEnd(_text, at));
        }

        if (_syntax.Open is { } open && StandsAt(at, open))
        {
            var close = _text.IndexOf(_syntax.Close!, at + open.Length, StringComparison.Ordinal);
            return close < 0 ? end : Math.Min(end, close + _syntax.Close!.Length);
        }

        if (_syntax.HasDirectives && _text[at] == '#' && IsFirstOnLine(at))
        {
            return Math.Min(end, VariableSyntax.LineEnd(_text, at));
        }

        return at;
    }

    private bool IsFirstOnLine(int at)
    {
        while (at > 0 && _text[at - 1] is ' ' or '\t')
        {
            at--;
        }

        return at == 0 || _text[at - 1] is '\n' or '\r';
    }

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || c is '_' or '$' or '@';

    private int ScanWord(int at, int end)
    {
        var start = at;
        while (at < end && IsWordPart(_text[at]))
        {
            at++;
        }

        _tokens.Add(new CodeToken(CodeTokenKind.Word, TextSpan.FromBounds(start, at), default, HasHoles: false));
        return at;
    }

    private int ScanSymbol(int at, int end)
    {
        var length = at + 1 < end && IsPair(_text[at], _text[at + 1]) ? 2 : 1;
        AddSymbol(at, length);
        return at + length;
    }

    private void AddSymbol(int at, int length) =>
        _tokens.Add(new CodeToken(CodeTokenKind.Symbol, new TextSpan(at, length), default, HasHoles: false));

    private static bool IsPair(char first, char second) =>
        (first == second && first is '|' or '?' or '=' or '&' or ':')
        || (first == '?' && second == '.')
        || (second == '=' && first is '!' or ':')
        || (first == '=' && second is '>' or '~');

    // Text between tags may hold an apostrophe; a string hardly ever follows a name without a blank.
    private bool IsApostrophe(int at) =>
        _syntax.HasRegex
        && _text[at] == '\''
        && _tokens.Count > 0
        && _tokens[^1] is { Kind: CodeTokenKind.Word } word
        && word.Span.End == at
        && !IsOperandDue(word);

    // A slash starts a pattern where an operand is due, and only when another one closes it on the line.
    private int PatternEnd(int at, int end)
    {
        if (_tokens.Count > 0 && !IsOperandDue(_tokens[^1]))
        {
            return at;
        }

        var inClass = false;
        var limit = Math.Min(end, at + MaxPattern);
        for (var i = at + 1; i < limit && _text[i] is not ('\n' or '\r'); i++)
        {
            switch (_text[i])
            {
                case '\\':
                    i++;
                    break;
                case '[':
                    inClass = true;
                    break;
                case ']':
                    inClass = false;
                    break;
                case '/' when !inClass:
                    return i + 1;
            }
        }

        return at;
    }

    private bool IsOperandDue(CodeToken before) => before.Kind switch
    {
        CodeTokenKind.Symbol => _text[before.Span.Start] is not (')' or ']' or '}' or '<'),
        CodeTokenKind.Word => _text.AsSpan(before.Span.Start, before.Span.Length)
            is "return" or "typeof" or "case" or "in" or "of" or "if" or "unless" or "when" or "and" or "or" or "not" or "while" or "await"
                or "from" or "import" or "export" or "default" or "else" or "throw" or "yield" or "puts" or "require",
        _ => false,
    };
}
