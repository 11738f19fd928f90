using Warder.Engine.Auditing;
using Warder.Pipelines;

namespace Warder.Engine.Rotation;

/// <summary>Asks what would happen if no token might be older than so many days from some day on.</summary>
public static class LifetimePolicy
{
    /// <summary>The tokens by the day on which they break, those without a known age last.</summary>
    /// <param name="audit">An audit of the repository.</param>
    /// <param name="maxLifetimeDays">How old a value may become.</param>
    /// <param name="from">The day from which that holds: nothing breaks before it.</param>
    public static IReadOnlyList<LifetimeBreak> Breaks(AuditResult audit, int maxLifetimeDays, DateOnly from)
    {
        var users = audit.Uses
            .Where(u => u.Token.Kind == TokenKind.Secret && u.Scope < UseScope.ScriptFile)
            .ToLookup(u => u.Token.Name, u => u.Path, StringComparer.Ordinal);
        return
        [
            .. RotationSchedule.Of(audit.Repository, maxLifetimeDays)
                .Where(r => r.State != RotationState.Exempt)
                .Select(r => new LifetimeBreak(
                    r,
                    BreakOf(r, maxLifetimeDays, from),
                    r.Entry["owner"],
                    [.. users[r.Entry.Name].Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]))
                .OrderBy(b => b.Breaks ?? DateOnly.MaxValue)
                .ThenBy(b => b.Rotation.Entry.Name, StringComparer.Ordinal),
        ];
    }

    private static DateOnly? BreakOf(TokenRotation rotation, int maxLifetimeDays, DateOnly from)
    {
        if (rotation.Last is not { } last || last.DayNumber + (long)maxLifetimeDays >= DateOnly.MaxValue.DayNumber)
        {
            return null;
        }

        var day = last.AddDays(maxLifetimeDays + 1);
        return day < from ? from : day;
    }
}
