using Warder.Engine.Auditing;

namespace Warder.Engine.Periods;

/// <summary>One period among several that follow each other.</summary>
/// <param name="Period">Which.</param>
/// <param name="Runs">How many runs there were.</param>
/// <param name="MeanDuration">How long a run took, on average; zero where there was none.</param>
/// <param name="AtEnd">The numbers of the last run by its end; null where there was none yet, or it lies ahead.</param>
/// <param name="Flow">What happened to findings.</param>
public sealed record PeriodPoint(Period Period, int Runs, TimeSpan MeanDuration, RunCounts? AtEnd, FlowCounts Flow);
