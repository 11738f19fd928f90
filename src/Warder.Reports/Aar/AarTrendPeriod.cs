namespace Warder.Reports.Aar;

/// <summary>One period of a trend.</summary>
/// <param name="From">Its first day.</param>
/// <param name="Runs">Recorded runs in it.</param>
/// <param name="New">Findings that were new.</param>
/// <param name="Fixed">Findings that were fixed.</param>
/// <param name="Reopened">Findings that came back.</param>
/// <param name="Open">Open findings at its end; null where nothing was recorded yet.</param>
/// <param name="Violations">Those of severity error and worse; null where nothing was recorded yet.</param>
public sealed record AarTrendPeriod(DateOnly From, int Runs, int New, int Fixed, int Reopened, int? Open, int? Violations);
