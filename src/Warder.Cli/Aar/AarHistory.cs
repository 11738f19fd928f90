using Warder.Cli.History;
using Warder.Engine.Periods;
using Warder.Engine.Policy;
using Warder.History;
using Warder.History.Reading;
using Warder.History.Recording;
using Warder.Reports.Aar;

namespace Warder.Cli.Aar;

/// <summary>Findings over time, out of the history where there is one. A report needs none.</summary>
internal static class AarHistory
{
    private const int MostWeeks = 16;
    private const int DaysOfWeek = 7;

    /// <summary>The periods with days of the report; else why there are none, half a sentence.</summary>
    public static (AarTrend? Trend, string? Because) Read(string root, AuditPolicy policy, string? database, AarDays days)
    {
        try
        {
            using var history = HistoryPlace.OpenToRead(root, policy, database);
            if (history is null)
            {
                return (null, "there is no history; 'warder audit --record' begins one, and 'warder history backfill' reads the past from git");
            }

            var reader = new HistoryReader(history);
            var scene = new HistoryScene(root, policy, RepositoryIdentity.NameOf(root));
            return (scene.TrackOf(reader, new RunFilter(Before: BehindOf(days))) ?? scene.TrackOf(reader, new RunFilter())) is { } track
                ? (TrendOf(reader, history, track, policy, days), null)
                : (null, "the history has no run of this repository");
        }
        catch (OutputError wrong) when (database is null)
        {
            return (null, wrong.Message.TrimEnd('.'));
        }
    }

    private static DateTimeOffset BehindOf(AarDays days) => new(days.Last.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    private static AarTrend TrendOf(HistoryReader reader, HistoryDatabase history, Track track, AuditPolicy policy, AarDays days)
    {
        var step = days.Last.DayNumber - days.From.DayNumber < MostWeeks * DaysOfWeek ? PeriodKind.Week : PeriodKind.Month;
        // All runs up to the last day are read, so that what is open at the end of a period without one is known.
        var periods = TrendReader.Of(reader, history, track, new RunFilter(Before: BehindOf(days)), step, policy.ResponseTimes);
        return new AarTrend(
            step == PeriodKind.Week ? "week" : "month",
            track.Kind == TrackKind.Commits ? "commits" : "runs",
            track.Branch,
            [.. periods.Where(p => p.Period.Before > days.From && p.Period.From <= days.Last)]);
    }
}
