namespace Warder.Engine;

/// <summary>A path or glob relative to the repository: <c>*</c> and <c>?</c> within a segment, <c>**</c> across segments.</summary>
public sealed class PathPattern
{
    /// <summary>Makes a pattern; <c>./</c> in front and <c>\</c> are normalised away.</summary>
    public PathPattern(string text) => Text = text;

    /// <summary>The normalised text.</summary>
    public string Text { get; }

    /// <summary>Whether the text has no wildcard.</summary>
    public bool IsLiteral => throw new NotSupportedException("pending");

    /// <summary>Whether a path (relative, with <c>/</c>) fits; compared with case.</summary>
    public bool Matches(string path) => throw new NotSupportedException("pending");
}
