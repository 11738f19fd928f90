using Warder.Syntax;

namespace Warder.Pipelines.Scripts.Code;

/// <summary>The strings.</summary>
internal sealed partial class CodeScanner
{
    private readonly record struct PendingText(string Name, bool AllowsCode);

    // The offset of the quote of the string that starts here, prefixes before it; -1 for none.
    private int QuoteAfterPrefix(int at, int end)
    {
        var quote = at;
        while (quote < end && quote - at < 4 && _syntax.Prefixes.Contains(_text[quote], StringComparison.Ordinal))
        {
            quote++;
        }

        return quote < end && IsQuote(_text[quote]) && (quote == at || _text[quote] != '\'' || _syntax.HasTriple) ? quote : -1;
    }

    private bool IsQuote(char c) => c is '"' or '\'' || (c != '\0' && (c == _syntax.OtherQuote || c == _syntax.Multiline));

    private int ScanText(int start, int quoteAt, int end)
    {
        var quote = _text[quoteAt];
        var prefix = _text.AsSpan(start, quoteAt - start);
        var isVerbatim = _syntax.VerbatimPrefix != '\0' && prefix.Contains(_syntax.VerbatimPrefix);
        var quotes = RunOf(quote, quoteAt, _syntax.HasRawTriple && quote == '"' ? end : Math.Min(end, quoteAt + 3));
        var isRaw = _syntax.HasRawTriple && quote == '"' && quotes >= 3 && !isVerbatim;
        var closing = isRaw ? quotes : _syntax.HasTriple && quotes >= 3 ? 3 : 1;
        var spansLines = closing > 1 || isVerbatim || quote == _syntax.Multiline;
        var escapes = !isRaw && !isVerbatim && !(quote == _syntax.Multiline && _syntax.IsMultilineRaw);
        var hole = prefix.ContainsAny(_syntax.HoleInPrefix) || _syntax.HoleQuotes.Contains(quote, StringComparison.Ordinal) ? _syntax.Hole : null;
        if (isRaw && hole is not null && prefix.Count('$') is > 1 and var dollars)
        {
            hole = new string('{', dollars);
        }

        var index = _tokens.Count;
        _tokens.Add(default);
        var at = quoteAt + closing;
        var contentStart = at;
        var hasHoles = false;
        while (at < end)
        {
            var c = _text[at];
            if (c == '\\' && escapes)
            {
                at += 2;
            }
            else if (c == quote && RunOf(quote, at, Math.Min(end, at + closing)) == closing)
            {
                if (!isVerbatim || at + 1 >= end || _text[at + 1] != quote)
                {
                    break;
                }

                at += 2;
            }
            else if (c is '\n' or '\r' && !spansLines)
            {
                break;
            }
            else if (hole is not null && c == hole[0] && StandsAt(at, hole))
            {
                // Code in a string of one line ends with the line, whatever is left open in it.
                var limit = spansLines ? end : Math.Min(end, VariableSyntax.LineEnd(_text, at));
                at = ScanHole(at, hole, limit, ref hasHoles);
            }
            else
            {
                at++;
            }
        }

        var contentEnd = Math.Min(at, end);
        var isClosed = contentEnd < end && _text[contentEnd] == quote;
        var textEnd = isClosed ? contentEnd + closing : contentEnd;
        _tokens[index] = new CodeToken(
            CodeTokenKind.Text,
            TextSpan.FromBounds(start, textEnd),
            TextSpan.FromBounds(Math.Min(contentStart, contentEnd), contentEnd),
            hasHoles);
        return textEnd;
    }

    private int RunOf(char c, int at, int end)
    {
        var start = at;
        while (at < end && _text[at] == c)
        {
            at++;
        }

        return at - start;
    }

    private int ScanHole(int at, string hole, int end, ref bool hasHoles)
    {
        // A doubled brace is a brace.
        if (hole.Length == 1 && at + 1 < end && _text[at + 1] == '{')
        {
            return at + 2;
        }

        if (_depth >= MaxDepth)
        {
            return at + 1;
        }

        hasHoles = true;
        AddSymbol(at, hole.Length);
        _depth++;
        var close = ScanCode(at + hole.Length, end, inHole: true);
        _depth--;
        if (close >= end)
        {
            return end;
        }

        AddSymbol(close, 1);
        return close + 1;
    }

    private bool TryHereDocument(int at, int end, out int next)
    {
        next = at;
        if (!StandsAt(at, "<<") || at + 3 >= end)
        {
            return false;
        }

        var name = at + 2;
        name += _text[name] is '~' or '-' ? 1 : 0;
        var quote = name < end && _text[name] is '\'' or '"' ? _text[name] : '\0';
        name += quote == '\0' ? 0 : 1;
        var nameEnd = Math.Min(end, VariableSyntax.End(_text, name));
        if (nameEnd == name || !char.IsAsciiLetterUpper(_text[name]))
        {
            return false;
        }

        (_pending ??= []).Add(new PendingText(_text[name..nameEnd], quote != '\''));
        next = nameEnd + (quote != '\0' && nameEnd < end && _text[nameEnd] == quote ? 1 : 0);
        _tokens.Add(new CodeToken(CodeTokenKind.Text, TextSpan.FromBounds(at, next), new TextSpan(next, 0), HasHoles: true));
        return true;
    }

    private int ScanPending(int at, int end)
    {
        var pending = _pending!;
        _pending = null;
        foreach (var (name, allowsCode) in pending)
        {
            while (at < end)
            {
                var lineEnd = Math.Min(end, VariableSyntax.LineEnd(_text, at));
                if (_text.AsSpan(at, lineEnd - at).Trim().SequenceEqual(name))
                {
                    at = lineEnd;
                    break;
                }

                at = ScanLineOfText(at, lineEnd, allowsCode);
                at = at < end && _text[at] == '\r' && at + 1 < end && _text[at + 1] == '\n' ? at + 2 : Math.Min(end, at + 1);
            }
        }

        return at;
    }

    private int ScanLineOfText(int at, int lineEnd, bool allowsCode)
    {
        while (at < lineEnd)
        {
            if (allowsCode && _syntax.Hole is { } hole && StandsAt(at, hole))
            {
                var hasHoles = false;
                at = Math.Min(lineEnd, ScanHole(at, hole, lineEnd, ref hasHoles));
            }
            else
            {
                at++;
            }
        }

        return lineEnd;
    }
}
