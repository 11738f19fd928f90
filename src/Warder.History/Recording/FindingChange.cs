namespace Warder.History.Recording;

/// <summary>What one run changed about a finding.</summary>
/// <param name="Row">The finding after it.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Detail">Of one that moved, the path before.</param>
internal sealed record FindingChange(FindingRow Row, FindingEventKind Kind, string? Detail);
