namespace Warder.Engine.Assessment;

/// <summary>The runs of one workflow, or of all.</summary>
/// <param name="Workflow">Its name; null for all.</param>
/// <param name="Runs">How many.</param>
/// <param name="Succeeded">How many ended well.</param>
/// <param name="Failed">How many ended badly: failed, out of time, or not started.</param>
/// <param name="MedianTook">The median time of those that ended well or badly; null where none is known.</param>
public sealed record WorkflowRuns(string? Workflow, int Runs, int Succeeded, int Failed, TimeSpan? MedianTook)
{
    /// <summary>How many were neither: cancelled, skipped, or not over.</summary>
    public int Other => Runs - Succeeded - Failed;

    /// <summary>How much of what ended well or badly ended well, from 0 to 1; null where nothing did.</summary>
    public double? SuccessShare => Succeeded + Failed > 0 ? (double)Succeeded / (Succeeded + Failed) : null;

    /// <summary>The runs of a range of days, together and by workflow: those with the most failures first, then by name.</summary>
    /// <param name="runs">The runs.</param>
    /// <param name="from">The first day, UTC.</param>
    /// <param name="before">The first day behind.</param>
    public static (WorkflowRuns All, IReadOnlyList<WorkflowRuns> ByWorkflow) Of(IEnumerable<RunFact> runs, DateOnly from, DateOnly before)
    {
        var wanted = runs.Where(r => DateOnly.FromDateTime(r.Created.UtcDateTime) is var day && day >= from && day < before).ToList();
        return (
            Of(null, wanted),
            [
                .. wanted.GroupBy(r => r.Workflow, StringComparer.Ordinal)
                    .Select(g => Of(g.Key, [.. g]))
                    .OrderByDescending(w => w.Failed)
                    .ThenBy(w => w.Workflow, StringComparer.Ordinal),
            ]);
    }

    private static WorkflowRuns Of(string? workflow, List<RunFact> runs)
    {
        var took = runs.Where(r => r.Succeeded || r.Failed).Select(r => r.Took).OfType<TimeSpan>().Order().ToList();
        TimeSpan? median = took.Count == 0 ? null : took.Count % 2 == 1 ? took[took.Count / 2] : (took[(took.Count / 2) - 1] + took[took.Count / 2]) / 2;
        return new WorkflowRuns(workflow, runs.Count, runs.Count(r => r.Succeeded), runs.Count(r => r.Failed), median);
    }
}
