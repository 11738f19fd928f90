using Warder.Engine.Auditing;
using Warder.Engine.Registry;

namespace Warder.Engine.Rotation;

/// <summary>Works out when each registered token is due: by its entry, by its risk and reach, by its end; the earliest decides.</summary>
public static class RotationSchedule
{
    /// <summary>Every registered token, the most urgent first.</summary>
    /// <param name="repository">The repository, with its registry and policy.</param>
    /// <param name="maxLifetimeDays">A lifetime that no token may exceed, whatever its entry says; null for none.</param>
    /// <param name="day">The day from which it is seen; null for that of the audit.</param>
    public static IReadOnlyList<TokenRotation> Of(Repository repository, int? maxLifetimeDays = null, DateOnly? day = null) =>
    [
        .. (repository.Registry?.Entries ?? [])
            .Where(e => e.Status == TokenStatus.Registered)
            .DistinctBy(e => e.Name, StringComparer.Ordinal)
            .Select(e => Of(e, repository, maxLifetimeDays, day ?? repository.Today))
            .OrderBy(r => r.State)
            .ThenBy(r => r.Due ?? DateOnly.MaxValue)
            .ThenBy(r => r.Entry.Name, StringComparer.Ordinal),
    ];

    /// <summary>Whether a token has a value that can be replaced at all.</summary>
    public static bool HasValue(TokenEntry entry) => entry["kind"] is not ("default" or "oidc");

    private static TokenRotation Of(TokenEntry entry, Repository repository, int? maxLifetimeDays, DateOnly today)
    {
        var (period, because) = PeriodOf(entry, repository);
        if (maxLifetimeDays is { } most && most < period)
        {
            (period, because) = (most, "the maximum lifetime asked for");
        }

        if (!HasValue(entry))
        {
            return new TokenRotation(entry, RotationState.Exempt, Last: null, Due: null, period, "it is made for each run");
        }

        var last = entry.Rotated ?? entry.Created;
        DateOnly? due = last is { } from ? AddDays(from, period) : null;
        if (entry.Expires is { } end && (due is null || end < due))
        {
            (due, because) = (end, "it ends then");
        }

        return new TokenRotation(entry, StateOf(due, today, repository), last, due, period, because);
    }

    private static (int Days, string Because) PeriodOf(TokenEntry entry, Repository repository) => entry.RotationDays is { } own
        ? (own, "the entry's rotation_days")
        : (RiskModel.RotationDays(entry, repository.Facts.Scopes, repository.Policy.RotationDays), "its risk and blast radius");

    private static RotationState StateOf(DateOnly? due, DateOnly today, Repository repository)
    {
        if (due is not { } day)
        {
            return RotationState.Undated;
        }

        var left = day.DayNumber - today.DayNumber;
        var warning = repository.Policy.ExpiryWarningDays.Count > 0 ? repository.Policy.ExpiryWarningDays.Max() : 0;
        return left < 0 ? RotationState.Overdue : left <= warning ? RotationState.Due : RotationState.Scheduled;
    }

    /// <summary>The day so many days later; the last day there is where that lies beyond the calendar.</summary>
    private static DateOnly AddDays(DateOnly day, int days) =>
        day.DayNumber + (long)days > DateOnly.MaxValue.DayNumber ? DateOnly.MaxValue : day.AddDays(days);
}
