namespace Warder.Reports.Documents;

/// <summary>A part of a document that stands on lines of its own.</summary>
internal abstract record Block
{
    internal sealed record Heading(int Level, Rich Text, string Id) : Block;

    internal sealed record Paragraph(Rich Text) : Block;

    internal sealed record Remark(Rich Text) : Block;

    internal sealed record Bullets(IReadOnlyList<Rich> Items) : Block;

    internal sealed record Numbers(IReadOnlyList<Rich> Items) : Block;

    internal sealed record Checks(IReadOnlyList<Rich> Items) : Block;

    /// <summary>A table; the first cell of a row names the row.</summary>
    internal sealed record Table(string Caption, IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<Rich>> Rows) : Block;

    internal sealed record Example(string Language, string Text, bool IsGood) : Block;

    /// <summary>A place for words written by hand.</summary>
    internal sealed record Kept(string Name) : Block;
}
