using Warder.Syntax;

namespace Warder.Pipelines.Scripts.Code;

/// <summary>The tokens of a source file with questions about what stands where.</summary>
internal sealed class CodeText
{
    /// <summary>How many tokens a search for a bracket may look at.</summary>
    public const int MaxReach = 200;

    private readonly string _text;
    private readonly List<CodeToken> _tokens;

    public CodeText(string text, CommentSyntax syntax)
    {
        _text = text;
        _tokens = CodeScanner.Scan(text, syntax);
    }

    public int Count => _tokens.Count;

    public CodeToken this[int index] => _tokens[index];

    public bool IsKind(int index, CodeTokenKind kind) => (uint)index < (uint)_tokens.Count && _tokens[index].Kind == kind;

    public ReadOnlySpan<char> Characters(int index) => _text.AsSpan(_tokens[index].Span.Start, _tokens[index].Span.Length);

    public bool IsWord(int index, string word) => IsKind(index, CodeTokenKind.Word) && Characters(index).SequenceEqual(word);

    public bool IsSymbol(int index, string symbol) => IsKind(index, CodeTokenKind.Symbol) && Characters(index).SequenceEqual(symbol);

    public bool IsDot(int index) => IsSymbol(index, ".") || IsSymbol(index, "?.");

    /// <summary>Whether a word stands here that is a name of a variable.</summary>
    public bool IsName(int index) => IsKind(index, CodeTokenKind.Word) && VariableSyntax.IsName(Characters(index));

    /// <summary>Whether a plain string that is a name of a variable stands here.</summary>
    public bool IsNameText(int index) =>
        IsKind(index, CodeTokenKind.Text)
        && !_tokens[index].HasHoles
        && VariableSyntax.IsName(_text.AsSpan(_tokens[index].Content.Start, _tokens[index].Content.Length));

    /// <summary>The content of a string, or the word.</summary>
    public string Value(int index)
    {
        var token = _tokens[index];
        var span = token.Kind == CodeTokenKind.Text ? token.Content : token.Span;
        return _text.Substring(span.Start, span.Length);
    }

    /// <summary>From the start of one token to the end of another.</summary>
    public TextSpan Span(int first, int last) => TextSpan.FromBounds(_tokens[first].Span.Start, _tokens[last].Span.End);

    /// <summary>The index of the bracket that opens what closes here; -1 where there is none.</summary>
    public int Opening(int closing, string open, string close)
    {
        var depth = 0;
        for (var i = closing; i >= Math.Max(0, closing - MaxReach); i--)
        {
            if (IsSymbol(i, close))
            {
                depth++;
            }
            else if (IsSymbol(i, open) && --depth == 0)
            {
                return i;
            }
        }

        return -1;
    }
}
