namespace Warder.Syntax.Shell;

/// <summary>The text behind <c>&lt;&lt;</c>.</summary>
public sealed class ShellHereDocument
{
    internal ShellHereDocument(string delimiter, bool expands, bool stripsTabs)
    {
        Delimiter = delimiter;
        Expands = expands;
        StripsTabs = stripsTabs;
    }

    /// <summary>The word that ends it, unquoted.</summary>
    public string Delimiter { get; }

    /// <summary>Whether the shell expands it: the delimiter was not quoted.</summary>
    public bool Expands { get; }

    /// <summary>Whether it is <c>&lt;&lt;-</c>.</summary>
    public bool StripsTabs { get; }

    /// <summary>From the first line to the line that ends it, not included.</summary>
    public TextSpan BodySpan { get; internal set; }

    /// <summary>The outermost expansions in the body; only templates where the shell does not expand it.</summary>
    public IReadOnlyList<ShellExpansion> Expansions { get; internal set; } = [];
}
