using Warder.Engine.Enforcement;
using Warder.Engine.Findings;
using Warder.Engine.Policy;

namespace Warder.Reports.Enforcement;

/// <summary>The words of a validation; names of sections are part of the contract.</summary>
public static class EnforcementWords
{
    /// <summary>The name by which a section is chosen.</summary>
    public static string NameOf(EnforcementSection section) => section.ToString().ToLowerInvariant();

    /// <summary>The title of a section.</summary>
    public static string TitleOf(EnforcementSection section) => section switch
    {
        EnforcementSection.Registry => "Token registry",
        EnforcementSection.Workflows => "Workflows and actions",
        EnforcementSection.Agents => "Documents for agents",
        EnforcementSection.Audit => "Comprehensive audit",
        EnforcementSection.Cleanup => "Cleanup",
        EnforcementSection.Potato => "Sensitive files (potato policy)",
        EnforcementSection.Environment => "Virtual environment and logs",
        _ => "Generated documents",
    };

    internal static string Of(EnforcementVerdict verdict) => verdict switch
    {
        EnforcementVerdict.Compliant => "compliant",
        EnforcementVerdict.NonCompliant => "non-compliant",
        _ => "incomplete",
    };

    internal static Outcome OutcomeOf(EnforcementVerdict verdict) => verdict switch
    {
        EnforcementVerdict.Compliant => Outcome.Passed,
        EnforcementVerdict.NonCompliant => Outcome.Failed,
        _ => Outcome.Incomplete,
    };

    internal static string Of(DocumentStanding standing) => standing switch
    {
        DocumentStanding.Current => "up to date",
        DocumentStanding.Drifted => "drifted",
        DocumentStanding.Missing => "not made yet",
        _ => "not made by Warder",
    };

    internal static string Of(DefaultTokenPolicy policy) => policy switch
    {
        DefaultTokenPolicy.Forbid => "forbid",
        DefaultTokenPolicy.ReadOnly => "read-only",
        DefaultTokenPolicy.LeastPrivilege => "least-privilege",
        _ => "allow",
    };

    /// <summary>How a section went: <c>2 violations, 1 warning</c>, or <c>clean</c>.</summary>
    internal static string CountsOf(SectionResult section)
    {
        var parts = new List<string>(3);
        Add(parts, section.Violations, "violation");
        Add(parts, section.Warnings, "warning");
        Add(parts, section.Notes, "note");
        return parts.Count > 0 ? string.Join(", ", parts) : section.IsBlind ? "not looked at" : "clean";
    }

    /// <summary>The word of the policy for a severity.</summary>
    internal static string ClassOf(Severity severity) => severity switch
    {
        Severity.Critical => "critical",
        Severity.Error => "major",
        _ => "minor",
    };

    /// <summary>A length of time in the largest whole unit, hours up to a day: <c>1 hour</c>, <c>24 hours</c>, <c>1 week</c>.</summary>
    internal static string Of(TimeSpan time)
    {
        var hours = (long)time.TotalHours;
        return hours <= 24 || hours % 24 != 0
            ? Words.Count(hours, "hour")
            : hours % 168 == 0 ? Words.Count(hours / 168, "week") : Words.Count(hours / 24, "day");
    }

    private static void Add(List<string> parts, int count, string noun)
    {
        if (count > 0)
        {
            parts.Add(Words.Count(count, noun));
        }
    }
}
