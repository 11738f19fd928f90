using Warder.Engine.Findings;
using Warder.History.Recording;

namespace Warder.History.Reading;

/// <summary>A finding as the history knows it.</summary>
public sealed record StoredFinding
{
    /// <summary>Its identity.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The rule's slug.</summary>
    public required string Rule { get; init; }

    /// <summary>How bad it was.</summary>
    public required Severity Severity { get; init; }

    /// <summary>How it stood.</summary>
    public required FindingState State { get; init; }

    /// <summary>The file, under its name of then.</summary>
    public required string Path { get; init; }

    /// <summary>The line where it was last seen, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>What is wrong.</summary>
    public required string Message { get; init; }

    /// <summary>The token.</summary>
    public string? Token { get; init; }

    /// <summary>The job.</summary>
    public string? Job { get; init; }

    /// <summary>The step.</summary>
    public string? Step { get; init; }

    /// <summary>When it was first seen.</summary>
    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>Open since; of one that is no longer open, the last time it was opened.</summary>
    public required DateTimeOffset Opened { get; init; }

    /// <summary>In the state of today since.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>How often it was fixed.</summary>
    public required int Fixes { get; init; }

    internal long Id { get; init; }
}
