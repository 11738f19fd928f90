using Warder.Engine.Auditing;
using Warder.History.Recording;

namespace Warder.History.Reading;

/// <summary>A run without its findings.</summary>
public sealed record RunSummary
{
    /// <summary>Its number.</summary>
    public required long Id { get; init; }

    /// <summary>Its track.</summary>
    public required Track Track { get; init; }

    /// <summary>Its place in the track, from 1.</summary>
    public required long Seq { get; init; }

    /// <summary>A name that no other run has, in no database.</summary>
    public required string Key { get; init; }

    /// <summary>What made it.</summary>
    public required RunOrigin Origin { get; init; }

    /// <summary>The commit.</summary>
    public required string? Commit { get; init; }

    /// <summary>Whether files differed from the commit.</summary>
    public required bool IsDirty { get; init; }

    /// <summary>When it began; of a commit its time.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>The version of Warder.</summary>
    public required string Version { get; init; }

    /// <summary>Its numbers.</summary>
    public required RunCounts Counts { get; init; }

    internal long TrackId { get; init; }
}
