using Warder.Engine.Enforcement;
using Warder.Engine.Findings;

namespace Warder.Reports.Enforcement;

/// <summary>What to do after a validation, in order; only what this one gives reason for.</summary>
internal static class NextSteps
{
    public static IReadOnlyList<string> Of(EnforcementResult result)
    {
        var audit = result.Audit;
        var steps = new List<string>();
        if (audit.Diagnostics.Count > 0)
        {
            steps.Add($"Let Warder look at what it could not ({Words.Count(audit.Diagnostics.Count, "problem")}): `warder doctor` says how.");
        }

        if (audit.Findings.Any(f => f.Rule.Slug == "token-value"))
        {
            steps.Add("Revoke each token value that was found, then clean the history: a value that was pushed is known.");
        }

        if (audit.Repository.Registry is null)
        {
            steps.Add("Declare the tokens: `warder init` writes a registry from what is used.");
        }

        var fixable = audit.Findings.Where(f => f.Rule.Fixable).ToList();
        if (fixable.Count > 0)
        {
            steps.Add($"Look at what can be mended by itself ({Words.Count(fixable.Count, "finding")} of rules with a fix): `warder fix --dry-run`, then `warder fix`.");
        }

        if (audit.Findings.Any(f => f.Rule.Section == EnforcementSection.Potato))
        {
            steps.Add("Add the missing patterns to the ignore files: `warder potato fix`.");
        }

        if (result.Documents.Any(d => d.Standing == DocumentStanding.Drifted))
        {
            steps.Add("Make the documents anew: `warder docs`.");
        }

        if (audit.Findings.Count > 0)
        {
            steps.Add("Read what a finding means and what answers it: `warder explain RULE`.");
        }

        steps.Add(result.Verdict == EnforcementVerdict.Compliant
            ? "Keep it so: run `warder validate` in the pipeline, on every change and on a schedule."
            : "Run `warder validate` again.");
        return steps;
    }
}
