using System.Text.Json.Nodes;
using Warder.Engine.Enforcement;
using Warder.Engine.Findings;
using Warder.Reports.Enforcement;
using Warder.Reports.Templates;

namespace Warder.Reports.Aar.Parts;

/// <summary>How the files of the repository stand against the policy.</summary>
internal static class GovernancePart
{
    public static JsonObject Of(AarFacts facts)
    {
        var result = facts.Validation;
        var most = facts.Head.Most;
        var times = result.Audit.Repository.Policy.ResponseTimes;
        return new JsonObject
        {
            ["verdict"] = EnforcementWords.Of(result.Verdict),
            ["default_token"] = EnforcementWords.Of(result.Audit.Repository.DefaultToken),
            ["violations"] = result.Violations,
            ["warnings"] = result.Warnings,
            ["notes"] = result.Sections.Sum(s => s.Notes),
            ["hidden"] = result.Audit.Suppressed.Count,
            ["not_seen"] = ModelText.List(result.Audit.Diagnostics, d => (JsonNode)$"{d.Path ?? "."}: {d.Message}"),
            ["sections"] = ModelText.List(result.Sections, SectionOf),
            ["rules_total"] = result.Recommendations.Count,
            ["rules"] = ModelText.List(
                result.Recommendations,
                r => new JsonObject
                {
                    ["severity"] = Words.Of(r.Severity),
                    ["rule"] = r.Rule.Slug,
                    ["title"] = r.Rule.Title,
                    ["findings"] = r.Findings,
                    ["files"] = r.Files,
                    ["within_hours"] = (long)times.For(r.Severity).TotalHours,
                    ["fixable"] = r.Rule.Fixable,
                    ["hint"] = r.Hint,
                },
                most),
            ["findings_total"] = result.Audit.Findings.Count,
            ["findings"] = ModelText.List(result.Audit.Findings.OrderByDescending(f => f.Severity), FindingOf, most),
            ["next_steps"] = ModelText.Texts(NextSteps.Of(result)),
        };
    }

    private static JsonObject SectionOf(SectionResult section) => new()
    {
        ["name"] = EnforcementWords.NameOf(section.Section),
        ["title"] = EnforcementWords.TitleOf(section.Section),
        ["violations"] = section.Violations,
        ["warnings"] = section.Warnings,
        ["notes"] = section.Notes,
        ["seen"] = !section.IsBlind,
    };

    private static JsonObject FindingOf(Finding finding) => new()
    {
        ["severity"] = Words.Of(finding.Severity),
        ["rule"] = finding.Rule.Slug,
        ["file"] = finding.Location.Path,
        ["line"] = finding.Location.Start.Line,
        ["token"] = finding.Token,
        ["message"] = finding.Message,
    };
}
