namespace Warder.Reports.Documents;

/// <summary>A piece of a line in a document; texts are plain, and each writer escapes them.</summary>
internal abstract record Inline
{
    /// <summary>Never meant: a piece that reaches a string has lost its way past the writer.</summary>
    public sealed override string ToString() => throw new InvalidOperationException("A piece of a document is written by a writer, not as a string.");

    /// <summary>Text that reads as itself.</summary>
    internal sealed record Words(string Text) : Inline;

    /// <summary>A name, path or permission.</summary>
    internal sealed record Code(string Text) : Inline;

    /// <summary>Words that must be seen.</summary>
    internal sealed record Strong(string Text) : Inline;

    /// <summary>A level or standing, coloured where there is colour; the word alone says it too.</summary>
    internal sealed record Badge(string Text, Tone Tone) : Inline;

    /// <summary>A link to a heading of the page or to a file beside it; the target is ours, never the repository's text.</summary>
    internal sealed record Link(string Text, string Target, bool IsCode = false) : Inline;
}
