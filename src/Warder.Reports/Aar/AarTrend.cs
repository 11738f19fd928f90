namespace Warder.Reports.Aar;

/// <summary>Findings over time, as a history knows them.</summary>
/// <param name="Step">How long the periods are: <c>day</c>, <c>week</c>, <c>month</c>.</param>
/// <param name="Periods">The periods with days of the report, oldest first.</param>
public sealed record AarTrend(string Step, IReadOnlyList<AarTrendPeriod> Periods);
