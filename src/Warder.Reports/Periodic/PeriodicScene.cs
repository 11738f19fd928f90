using Warder.Engine.Auditing;
using Warder.Engine.Periods;

namespace Warder.Reports.Periodic;

/// <summary>What a periodic report is made of.</summary>
/// <param name="Facts">What the history tells of the period.</param>
/// <param name="Repository">The repository as it stands now: its registry, its policy.</param>
/// <param name="Version">The version of Warder.</param>
public sealed record PeriodicScene(PeriodFacts Facts, Repository Repository, string Version);
