namespace Warder.Reports.Charts;

/// <summary>A point of a chart.</summary>
/// <param name="Label">What stands under it.</param>
/// <param name="Numbers">Its numbers; null for one that is not known.</param>
internal sealed record ChartPoint(string Label, IReadOnlyList<double?> Numbers);
