using System.Globalization;
using Warder.Engine.Facts;

namespace Warder.Engine.Registry;

/// <summary>Works out the risk of a token from what it may do, and how often it must be rotated.</summary>
public static class RiskModel
{
    private const int Quarter = 90;
    private const int HalfYear = 180;
    private const int Year = 365;

    /// <summary>How the risk is worked out, for people: one line each.</summary>
    public static IReadOnlyList<string> Explanation { get; } =
    [
        "The risk of a token is that of the most dangerous permission it has.",
        "low: reads what is mostly public (contents:read, issues:read)",
        "medium: writes where people review, or reads what is private (issues:write, pull_requests:write, security_events:read)",
        "high: changes runs, deployments or settings that workflows trust (actions:write, deployments:write)",
        "critical: changes code, publishes, administers, or replaces secrets (contents:write, packages:write, administration:write)",
        "A registry that writes `critical` nowhere knows three levels: there, high and critical are one.",
        "A permission that Warder does not know adds nothing.",
        string.Create(
            CultureInfo.InvariantCulture,
            $"Rotation, where an entry has no rotation_days: {Quarter} days for high and critical risk or a blast radius beyond one repository, {HalfYear} for medium, {Year} for low."),
    ];

    /// <summary>The risk that an entry's permissions imply and the permission that decides it; null where none is known.</summary>
    public static RiskAssessment? Assess(TokenEntry entry, PermissionScopes scopes)
    {
        RiskAssessment? worst = null;
        foreach (var permission in entry.Permissions ?? [])
        {
            foreach (var scope in Applicable(permission, scopes))
            {
                var risk = scope.RiskOf(permission.Level);
                if (worst is null || risk > worst.Level)
                {
                    worst = new RiskAssessment(risk, permission, scope.Reason);
                }
            }
        }

        return worst;
    }

    /// <summary>An implied risk on the scale of a registry, which knows three levels where it writes <c>critical</c> nowhere.</summary>
    public static RiskLevel OnScaleOf(TokenRegistry registry, RiskLevel implied) =>
        implied == RiskLevel.Critical && !registry.Entries.Any(e => e.Risk == RiskLevel.Critical) ? RiskLevel.High : implied;

    /// <summary>After how many days a token must be rotated where its entry does not say.</summary>
    public static int RotationDays(TokenEntry entry, PermissionScopes scopes, IReadOnlyDictionary<RiskLevel, int> periods)
    {
        var risk = entry.Risk ?? Assess(entry, scopes)?.Level ?? RiskLevel.Medium;
        if (IsWide(entry["blast_radius"]) && risk < RiskLevel.High)
        {
            risk = RiskLevel.High;
        }

        return periods.TryGetValue(risk, out var own) ? own : DefaultRotationDays(risk);
    }

    /// <summary>After how many days a token of a risk must be rotated where neither entry nor policy says.</summary>
    public static int DefaultRotationDays(RiskLevel risk) => risk switch
    {
        RiskLevel.Low => Year,
        RiskLevel.Medium => HalfYear,
        _ => Quarter,
    };

    // A permission without a level, as `repo`, is one of classic tokens or a registry's word; with one, an app's.
    private static IEnumerable<PermissionScope> Applicable(DeclaredPermission permission, PermissionScopes scopes)
    {
        var found = scopes.Find(permission.Name);
        if (permission.Level is { } level)
        {
            return found.Where(s => s.Levels.Contains(level)).Take(1);
        }

        var plain = found.Where(s => s.Levels.Count == 0).ToList();
        return plain.Count > 0 ? plain : found.Take(1);
    }

    private static bool IsWide(string? blastRadius) => blastRadius?.ToLowerInvariant().Replace('_', '-') is
        "organization" or "organisation" or "enterprise" or "production" or "all-repositories" or "multi-repository";
}
