using Warder.Engine.Auditing;

namespace Warder.Engine.Exposure.Scanning;

/// <summary>What came of a scan.</summary>
/// <param name="Audit">The findings, as of an audit that ran the one rule.</param>
/// <param name="Values">The values that count, in the order of the findings.</param>
/// <param name="Counts">What was looked at.</param>
public sealed record ScanResult(AuditResult Audit, IReadOnlyList<ScannedValue> Values, ScanCounts Counts);
