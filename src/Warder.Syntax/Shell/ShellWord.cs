namespace Warder.Syntax.Shell;

/// <summary>A word as written, quotes included.</summary>
public sealed class ShellWord
{
    private readonly string _source;
    private readonly bool _quoted;

    // The expansions, or the value once it is asked for: no word has both, and scripts have many words.
    private object? _content;

    internal ShellWord(string source, TextSpan span, bool quoted, ShellExpansion[] expansions)
    {
        _source = source;
        _quoted = quoted;
        Span = span;
        _content = expansions.Length > 0 ? expansions : null;
    }

    /// <summary>The range of the word, quotes included.</summary>
    public TextSpan Span { get; }

    /// <summary>The outermost expansions in order; those in a default value are in the expansion's argument.</summary>
    public IReadOnlyList<ShellExpansion> Expansions => OwnExpansions;

    /// <summary>The same as an array.</summary>
    internal ShellExpansion[] OwnExpansions => _content as ShellExpansion[] ?? [];

    /// <summary>The word as written.</summary>
    public string Text => _source.Substring(Span.Start, Span.Length);

    /// <summary>The word as written, without a copy.</summary>
    public ReadOnlySpan<char> Characters => _source.AsSpan(Span.Start, Span.Length);

    /// <summary>Whether a quote or a backslash stands in it.</summary>
    public bool HasQuotes => _quoted;

    /// <summary>The value, unquoted; null where the word holds an expansion. Globs, braces and <c>~</c> stay as they are.</summary>
    public string? Literal
    {
        get
        {
            if (_content is ShellExpansion[])
            {
                return null;
            }

            _content ??= _quoted ? ShellQuoting.Remove(Characters) : Text;
            return (string)_content;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    internal ShellWord From(int start)
    {
        var expansions = OwnExpansions;
        return new ShellWord(_source, TextSpan.FromBounds(start, Span.End), _quoted, expansions is [] || expansions[0].Span.Start >= start ? expansions : Array.FindAll(expansions, e => e.Span.Start >= start));
    }
}
