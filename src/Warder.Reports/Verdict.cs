using Warder.Engine.Findings;

namespace Warder.Reports;

/// <summary>The one sentence that an audit comes to.</summary>
/// <param name="Outcome">How it went.</param>
/// <param name="Sentence">The sentence.</param>
internal sealed record Verdict(Outcome Outcome, string Sentence)
{
    public static Verdict Of(AuditTally tally, Severity failOn)
    {
        var lookedAt = LookedAt(tally);
        if (tally.Diagnostics > 0)
        {
            var found = tally.Findings == 0 ? "nothing found" : BySeverity(tally);
            return new Verdict(Outcome.Incomplete, $"incomplete: {Words.Count(tally.Diagnostics, "problem")} kept Warder from looking; elsewhere {found} in {lookedAt}");
        }

        if (tally.Files == 0 && tally.Findings == 0)
        {
            return new Verdict(Outcome.Nothing, "nothing to audit: no workflow, action, script or document was found");
        }

        var failing = tally.AtOrAbove(failOn);
        if (failing > 0)
        {
            return new Verdict(Outcome.Failed, $"failed: {BySeverity(tally)} in {lookedAt}");
        }

        return tally.Findings == 0
            ? new Verdict(Outcome.Passed, $"passed: nothing found in {lookedAt}")
            : new Verdict(Outcome.Passed, $"passed: nothing at {Words.Of(failOn)} or above; {BySeverity(tally)} in {lookedAt}");
    }

    /// <summary>What was looked at: <c>10 workflows (34 jobs), 1 action</c>.</summary>
    public static string LookedAt(AuditTally tally)
    {
        var counts = tally.Counts;
        var parts = new List<string>(4);
        if (counts.Workflows > 0)
        {
            parts.Add($"{Words.Count(counts.Workflows, "workflow")} ({Words.Count(counts.Jobs, "job")})");
        }

        AddPart(parts, counts.Actions, "action");
        AddPart(parts, counts.Scripts, "script");
        AddPart(parts, counts.Documents, "document");
        return parts.Count == 0 ? "0 files" : string.Join(", ", parts);
    }

    private static void AddPart(List<string> parts, int count, string noun)
    {
        if (count > 0)
        {
            parts.Add(Words.Count(count, noun));
        }
    }

    private static string BySeverity(AuditTally tally)
    {
        var parts = new List<string>(4);
        for (var severity = Severity.Critical; severity >= Severity.Info; severity--)
        {
            if (tally[severity] > 0)
            {
                parts.Add(severity is Severity.Critical or Severity.Info
                    ? $"{tally[severity]} {Words.Of(severity)}"
                    : Words.Count(tally[severity], Words.Of(severity)));
            }
        }

        return string.Join(", ", parts);
    }
}
