namespace Warder.Syntax.Markdown;

/// <summary>Everything read from one Markdown text.</summary>
public sealed class MarkdownDocument
{
    internal MarkdownDocument(SourceText source, MarkdownFrontMatter? frontMatter, IReadOnlyList<MarkdownBlock> blocks, long steps)
    {
        Source = source;
        FrontMatter = frontMatter;
        Blocks = blocks;
        Steps = steps;
    }

    /// <summary>The text that all spans refer to.</summary>
    public SourceText Source { get; }

    /// <summary>The front matter; null where there is none.</summary>
    public MarkdownFrontMatter? FrontMatter { get; }

    /// <summary>The leaf blocks in order; lists and quotes are looked through.</summary>
    public IReadOnlyList<MarkdownBlock> Blocks { get; }

    internal long Steps { get; }
}
