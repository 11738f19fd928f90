using Warder.Syntax;

namespace Warder.Pipelines.Scripts.Code;

/// <summary>The reads found in source code, joined into fallback chains in the end.</summary>
internal sealed class CodeReads
{
    private readonly CodeText _code;
    private readonly ReadCollector _collector;
    private readonly List<Found> _found = [];
    private readonly Dictionary<int, int> _byFirst = [];

    public CodeReads(CodeText code, ReadCollector collector)
    {
        _code = code;
        _collector = collector;
    }

    /// <summary>Takes a read.</summary>
    /// <param name="nameAt">The token that names the variable.</param>
    /// <param name="first">The first token of the expression.</param>
    /// <param name="last">The last token of the expression.</param>
    /// <param name="alternative">The token with which a given default starts; -1 for none.</param>
    public void Add(int nameAt, int first, int last, int alternative = -1)
    {
        // With further arguments the whole would overlap them: then the name alone is the place.
        var span = alternative < 0 ? _code.Span(first, last) : _code[nameAt].Span;
        _byFirst.TryAdd(first, _found.Count);
        _found.Add(new Found(new EnvironmentRead(_code.Value(nameAt), span), last, alternative));
    }

    /// <summary>Takes a read by a call whose name argument stands at a place; <paramref name="nameAt"/> follows the opening bracket.</summary>
    public void AddCall(int nameAt, int first)
    {
        if (_code.IsSymbol(nameAt + 1, ")"))
        {
            Add(nameAt, first, nameAt + 1);
        }
        else if (_code.IsSymbol(nameAt + 1, ","))
        {
            var close = CloseOfCall(nameAt + 1);
            var alternative = _code.IsWord(nameAt + 2, "default") && _code.IsSymbol(nameAt + 3, "=") ? nameAt + 4 : nameAt + 2;
            Add(nameAt, first, close, alternative < close ? alternative : nameAt);
        }
    }

    /// <summary>Takes a place that gives a variable a value: not a read, and with a literal the end of the environment's.</summary>
    public void AddWrite(int nameAt, int value)
    {
        if (_code.IsKind(value, CodeTokenKind.Text) && !_code[value].HasHoles)
        {
            _collector.Own(_code.Value(nameAt), _code[nameAt].Span.Start);
        }
    }

    /// <summary>Hands everything to the collector.</summary>
    public void Finish(params ReadOnlySpan<string> operators)
    {
        foreach (var found in _found)
        {
            if (!TryLink(found, found.Alternative))
            {
                TryLink(found, AfterOperator(found.Last + 1, operators));
            }

            _collector.Add(found.Read);
        }
    }

    private bool TryLink(Found found, int next)
    {
        if (next < 0)
        {
            return false;
        }

        if (_byFirst.TryGetValue(next, out var index))
        {
            found.Read.FallBackTo(_found[index].Read);
            return true;
        }

        if (!_code.IsKind(next, CodeTokenKind.Text) || _code[next].Content.Length == 0 || _code[next].Span == found.Read.Span)
        {
            return false;
        }

        found.Read.Rest = _code[next].Span;
        found.Read.IsRestLiteral = !_code[next].HasHoles;
        return true;
    }

    private int CloseOfCall(int at)
    {
        var depth = 0;
        var limit = Math.Min(_code.Count, at + CodeText.MaxReach);
        for (; at < limit; at++)
        {
            if (_code.IsSymbol(at, "("))
            {
                depth++;
            }
            else if (_code.IsSymbol(at, ")") && --depth < 0)
            {
                return at;
            }
        }

        return limit - 1;
    }

    private int AfterOperator(int at, ReadOnlySpan<string> operators)
    {
        // TypeScript's assertion that a value is there.
        at += _code.IsSymbol(at, "!") ? 1 : 0;
        foreach (var symbol in operators)
        {
            if (_code.IsSymbol(at, symbol) || _code.IsWord(at, symbol))
            {
                at++;
                return _code.IsSymbol(at, "=") ? at + 1 : at;
            }
        }

        return -1;
    }

    private readonly record struct Found(EnvironmentRead Read, int Last, int Alternative);
}
