using Warder.Engine.Periods;

namespace Warder.Reports.Aar;

/// <summary>Findings over time, as a history knows them.</summary>
/// <param name="Step">How long the periods are: <c>day</c>, <c>week</c>, <c>month</c>.</param>
/// <param name="Of">What is counted by: <c>runs</c> (audits as they were made) or <c>commits</c> (read from git).</param>
/// <param name="Branch">The branch.</param>
/// <param name="Periods">The periods with days of the report, oldest first.</param>
public sealed record AarTrend(string Step, string Of, string Branch, IReadOnlyList<PeriodPoint> Periods);
