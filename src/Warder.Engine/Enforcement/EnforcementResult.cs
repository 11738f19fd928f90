using Warder.Engine.Auditing;
using Warder.Engine.Findings;

namespace Warder.Engine.Enforcement;

/// <summary>A validation: the findings of one audit by section, and the verdict on them.</summary>
public sealed record EnforcementResult
{
    /// <summary>Every section.</summary>
    public static IReadOnlyList<EnforcementSection> AllSections { get; } = Enum.GetValues<EnforcementSection>();

    /// <summary>The audit, with the findings of the chosen sections alone.</summary>
    public required AuditResult Audit { get; init; }

    /// <summary>The chosen sections, in order.</summary>
    public required IReadOnlyList<SectionResult> Sections { get; init; }

    /// <summary>How the generated documents stand; empty where nobody looked.</summary>
    public required IReadOnlyList<DocumentState> Documents { get; init; }

    /// <summary>Whether warnings count as violations do.</summary>
    public required bool IsStrict { get; init; }

    /// <summary>When it ran.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Critical findings, errors and documents that drifted.</summary>
    public int Violations => Sections.Sum(s => s.Violations);

    /// <summary>Warnings.</summary>
    public int Warnings => Sections.Sum(s => s.Warnings);

    /// <summary>Whether every section was chosen.</summary>
    public bool IsWhole => Sections.Count == AllSections.Count;

    /// <summary>The verdict: what was not seen is never compliant.</summary>
    public EnforcementVerdict Verdict => Audit.Diagnostics.Count > 0
        ? EnforcementVerdict.Incomplete
        : Violations > 0 || (IsStrict && Warnings > 0) ? EnforcementVerdict.NonCompliant : EnforcementVerdict.Compliant;

    /// <summary>What to do, the worst first.</summary>
    public IReadOnlyList<Recommendation> Recommendations => Recommendation.Of(Audit.Findings);

    /// <summary>Sorts the findings of an audit into sections.</summary>
    /// <param name="audit">The audit.</param>
    /// <param name="sections">The sections to tell of.</param>
    /// <param name="documents">How the generated documents stand.</param>
    /// <param name="isStrict">Whether warnings count as violations do.</param>
    /// <param name="time">When it ran.</param>
    public static EnforcementResult Of(
        AuditResult audit,
        IReadOnlySet<EnforcementSection> sections,
        IReadOnlyList<DocumentState> documents,
        bool isStrict,
        DateTimeOffset time)
    {
        var sectionOf = new SectionOfFinding(audit.Repository);
        var bySection = audit.Findings.ToLookup(sectionOf.Of);
        return new EnforcementResult
        {
            Audit = audit with
            {
                Findings = [.. audit.Findings.Where(f => sections.Contains(sectionOf.Of(f)))],
                Suppressed = [.. audit.Suppressed.Where(s => sections.Contains(sectionOf.Of(s.Finding)))],
            },
            Sections =
            [
                .. AllSections.Where(sections.Contains).Select(section => new SectionResult(
                    section,
                    [.. bySection[section].OrderByDescending(f => f.Severity)],
                    section == EnforcementSection.Documents ? [.. documents.Where(d => d.Standing == DocumentStanding.Drifted)] : [])
                {
                    IsBlind = section is (EnforcementSection.Cleanup or EnforcementSection.Potato) && audit.Repository.Git is null or { Problems.Count: > 0 },
                }),
            ],
            Documents = documents,
            IsStrict = isStrict,
            Time = time,
        };
    }
}
