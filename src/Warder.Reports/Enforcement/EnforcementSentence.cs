using Warder.Engine.Enforcement;

namespace Warder.Reports.Enforcement;

/// <summary>The one sentence that a validation comes to.</summary>
internal static class EnforcementSentence
{
    public static string Of(EnforcementResult result)
    {
        var audit = result.Audit;
        var found = $"{Words.Count(result.Violations, "violation")} and {Words.Count(result.Warnings, "warning")}";
        var where = result.IsWhole ? "" : $" in {string.Join(", ", result.Sections.Select(s => EnforcementWords.NameOf(s.Section)))}";
        return result.Verdict switch
        {
            EnforcementVerdict.Compliant => $"compliant{where}: {found}",
            EnforcementVerdict.NonCompliant => $"non-compliant{where}: {found}{(result.IsStrict ? ", and warnings count" : "")}",
            _ => $"incomplete: {Words.Count(audit.Diagnostics.Count, "problem")} kept Warder from looking; elsewhere {found}{where}",
        };
    }
}
