namespace Warder.Syntax.Shell;

/// <summary>A word as written, quotes included.</summary>
public sealed class ShellWord
{
    private readonly string _source;
    private readonly int _start;

    // Its complement where quotes stand in the word: scripts have many words, and a flag would take eight bytes in each.
    private readonly int _length;

    // The expansions, or the value once it is asked for: no word has both.
    private object? _content;

    internal ShellWord(string source, TextSpan span, bool quoted, ShellExpansion[] expansions)
    {
        _source = source;
        _start = span.Start;
        _length = quoted ? ~span.Length : span.Length;
        _content = expansions.Length > 0 ? expansions : null;
    }

    /// <summary>The range of the word, quotes included.</summary>
    public TextSpan Span => new(_start, HasQuotes ? ~_length : _length);

    /// <summary>The outermost expansions in order; those in a default value are in the expansion's argument.</summary>
    public IReadOnlyList<ShellExpansion> Expansions => OwnExpansions;

    /// <summary>The same as an array.</summary>
    internal ShellExpansion[] OwnExpansions => _content as ShellExpansion[] ?? [];

    /// <summary>The word as written.</summary>
    public string Text => _source.Substring(_start, Span.Length);

    /// <summary>The word as written, without a copy.</summary>
    public ReadOnlySpan<char> Characters => _source.AsSpan(_start, HasQuotes ? ~_length : _length);

    /// <summary>Whether a quote or a backslash stands in it.</summary>
    public bool HasQuotes => _length < 0;

    /// <summary>Whether it holds no expansion, so that its value is known.</summary>
    public bool IsLiteral => _content is not ShellExpansion[];

    /// <summary>The value, unquoted; null where the word holds an expansion. Globs, braces and <c>~</c> stay as they are.</summary>
    public string? Literal
    {
        get
        {
            if (!IsLiteral)
            {
                return null;
            }

            _content ??= HasQuotes ? ShellQuoting.Remove(Characters) : Text;
            return (string)_content;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    internal ShellWord From(int start)
    {
        var expansions = OwnExpansions;
        return new ShellWord(_source, TextSpan.FromBounds(start, Span.End), HasQuotes, expansions is [] || expansions[0].Span.Start >= start ? expansions : Array.FindAll(expansions, e => e.Span.Start >= start));
    }
}
