namespace Warder.Engine.Activity;

/// <summary>When commits were made, by committer time.</summary>
public sealed record CommitRhythm
{
    /// <summary>Days with a commit, UTC.</summary>
    public required int ActiveDays { get; init; }

    /// <summary>Commits on each day of the week, Monday first.</summary>
    public required IReadOnlyList<int> ByWeekday { get; init; }

    /// <summary>Commits in each week of the calendar that has days of the range, oldest first, by its Monday; weeks without one too.</summary>
    public required IReadOnlyList<(DateOnly Monday, int Commits)> ByWeek { get; init; }

    /// <summary>The median time between one commit and the next; null with fewer than two.</summary>
    public required TimeSpan? MedianBetween { get; init; }

    /// <summary>The mean time between one commit and the next; null with fewer than two.</summary>
    public required TimeSpan? MeanBetween { get; init; }

    /// <summary>The longest time without a commit between two; null with fewer than two.</summary>
    public required TimeSpan? LongestGap { get; init; }

    /// <summary>Works it out.</summary>
    public static CommitRhythm Of(IReadOnlyList<CommitFact> commits)
    {
        var times = commits.Select(c => c.Committed).Order().ToList();
        var gaps = times.Zip(times.Skip(1), (a, b) => b - a).Order().ToList();
        var weekdays = new int[7];
        foreach (var commit in commits)
        {
            weekdays[FromMonday(commit.Day)]++;
        }

        return new CommitRhythm
        {
            ActiveDays = commits.Select(c => c.Day).Distinct().Count(),
            ByWeekday = weekdays,
            ByWeek = WeeksOf(commits),
            MedianBetween = gaps.Count == 0 ? null : Median(gaps),
            MeanBetween = gaps.Count == 0 ? null : (times[^1] - times[0]) / gaps.Count,
            LongestGap = gaps.Count == 0 ? null : gaps[^1],
        };
    }

    private static List<(DateOnly Monday, int Commits)> WeeksOf(IReadOnlyList<CommitFact> commits)
    {
        var byWeek = commits.CountBy(c => c.Day.AddDays(-FromMonday(c.Day))).ToDictionary();
        if (byWeek.Count == 0)
        {
            return [];
        }

        var weeks = new List<(DateOnly Monday, int Commits)>();
        var last = byWeek.Keys.Max();
        for (var monday = byWeek.Keys.Min(); monday <= last; monday = monday.AddDays(7))
        {
            weeks.Add((monday, byWeek.GetValueOrDefault(monday)));
        }

        return weeks;
    }

    private static int FromMonday(DateOnly day) => ((int)day.DayOfWeek + 6) % 7;

    private static TimeSpan Median(List<TimeSpan> sorted) =>
        sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
}
