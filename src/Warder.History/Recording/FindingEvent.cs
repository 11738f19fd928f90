using Warder.Engine.Findings;

namespace Warder.History.Recording;

/// <summary>What a run changed about a finding.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Fingerprint">The finding.</param>
/// <param name="Rule">Its rule.</param>
/// <param name="Path">Its file.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Detail">Of one that moved, the path before.</param>
public sealed record FindingEvent(FindingEventKind Kind, string Fingerprint, string Rule, string Path, Severity Severity, string? Detail);
