namespace Warder.Syntax.Shell;

/// <summary>A word as written, quotes included.</summary>
public sealed class ShellWord
{
    private readonly string _source;
    private readonly bool _quoted;
    private string? _literal;

    internal ShellWord(string source, TextSpan span, bool quoted, IReadOnlyList<ShellExpansion> expansions)
    {
        _source = source;
        _quoted = quoted;
        Span = span;
        Expansions = expansions;
    }

    /// <summary>The range of the word, quotes included.</summary>
    public TextSpan Span { get; }

    /// <summary>The outermost expansions in order; those in a default value are in the expansion's argument.</summary>
    public IReadOnlyList<ShellExpansion> Expansions { get; }

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
            if (Expansions.Count > 0)
            {
                return null;
            }

            return _literal ??= _quoted ? ShellQuoting.Remove(Characters) : Text;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    internal ShellWord From(int start)
    {
        if (Expansions.Count == 0 || Expansions[0].Span.Start >= start)
        {
            return new ShellWord(_source, TextSpan.FromBounds(start, Span.End), _quoted, Expansions);
        }

        var kept = new List<ShellExpansion>(Expansions.Count);
        foreach (var expansion in Expansions)
        {
            if (expansion.Span.Start >= start)
            {
                kept.Add(expansion);
            }
        }

        return new ShellWord(_source, TextSpan.FromBounds(start, Span.End), _quoted, kept.ToArray());
    }
}
