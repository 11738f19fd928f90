namespace Warder.Syntax;

/// <summary>A file's text, or why there is none.</summary>
/// <param name="Source">The text; null where it could not be had.</param>
/// <param name="Error">Why not, one sentence; null where there is a text.</param>
/// <param name="Code">A stable word for the reason: <c>not-utf8</c>, <c>binary-file</c> or <c>file-too-large</c>; null where there is a text.</param>
public sealed record DecodedText(SourceText? Source, string? Error, string? Code)
{
    /// <summary>A file that was read and, at a glance, holds nothing that was looked for.</summary>
    public static DecodedText PassedOver { get; } = new(Source: null, Error: null, Code: null);

    /// <summary>A file that is not UTF-8, read as Latin-1: names in ASCII stand in it as they are. Null for all others.</summary>
    public SourceText? AsLatin1 { get; init; }
}
