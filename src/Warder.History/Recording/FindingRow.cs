using Warder.Engine.Findings;

namespace Warder.History.Recording;

/// <summary>A finding as its track knows it.</summary>
internal sealed class FindingRow
{
    public required long Id { get; init; }

    public required string Fingerprint { get; set; }

    public required string ContextHash { get; init; }

    public required string Rule { get; init; }

    public required string Path { get; set; }

    public required int Line { get; set; }

    public required Severity Severity { get; set; }

    public required string Message { get; set; }

    public required FindingState State { get; set; }

    public required long OpenedAt { get; set; }

    public required long StateAt { get; set; }

    public required long Fixes { get; set; }
}
