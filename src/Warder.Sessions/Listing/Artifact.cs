using Warder.Sessions.Records;

namespace Warder.Sessions.Listing;

/// <summary>Something that sessions have left.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Full">Where it lies.</param>
/// <param name="Path">Where it lies, relative to the repository.</param>
/// <param name="Bytes">How large it is.</param>
/// <param name="Changed">When it was changed last; of a folder its newest file counts.</param>
public sealed record Artifact(ArtifactKind Kind, string Full, string Path, long Bytes, DateTimeOffset Changed)
{
    /// <summary>The record, of a session that has a readable one.</summary>
    public SessionRecord? Record { get; init; }

    /// <summary>Whether somebody works in it, of a session.</summary>
    public bool IsAlive { get; init; }

    /// <summary>The session, of a session.</summary>
    public SessionFolder? Session { get; init; }
}
