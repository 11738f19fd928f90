using Warder.Engine.Findings;

namespace Warder.Engine.Auditing;

/// <summary>Findings that count, and those that do not.</summary>
internal sealed record SuppressionVerdict(IReadOnlyList<Finding> Findings, IReadOnlyList<SuppressedFinding> Suppressed);
