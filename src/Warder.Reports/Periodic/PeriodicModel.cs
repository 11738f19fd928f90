using System.Text.Json.Nodes;
using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Periods;
using Warder.Reports.Templates;

namespace Warder.Reports.Periodic;

/// <summary>The model of a periodic report: its JSON, and the names that templates know. <c>report.schema.json</c> describes it.</summary>
public static class PeriodicModel
{
    /// <summary>Makes it.</summary>
    public static JsonObject Of(PeriodicScene scene)
    {
        var facts = scene.Facts;
        var open = facts.Present.Where(f => !f.IsAccepted).ToList();
        return new JsonObject
        {
            ["schema"] = new JsonObject { ["name"] = "warder-report", ["version"] = 1 },
            ["tool"] = new JsonObject { ["name"] = "warder", ["version"] = scene.Version },
            ["report"] = PeriodicReport.NameOf(facts.Period.Kind),
            ["title"] = TitleOf(facts.Period.Kind),
            ["repository"] = facts.Repository,
            ["branch"] = facts.Branch,
            ["of"] = facts.IsOfCommits ? "commits" : "runs",
            ["period"] = PeriodOf(facts),
            ["as_of"] = ModelText.Time(facts.AsOf),
            ["commit"] = facts.Commit,
            ["verdict"] = VerdictOf(facts),
            ["runs"] = RunsOf(facts),
            ["state"] = CountsOf(facts.AtEnd),
            ["before"] = CountsOf(facts.Before),
            ["flow"] = FlowOf(facts.Flow),
            ["flow_before"] = FlowOf(facts.FlowBefore),
            ["points"] = ModelText.List(facts.Points, PointOf),
            ["tokens"] = ModelText.List(facts.Tokens, t => TokenOf(t, scene.Repository)),
            ["open"] = ModelText.List(open, f => FindingOf(f, facts.AsOf)),
            ["overdue"] = ModelText.List(open.Where(f => f.IsOverdueAt(facts.AsOf)).OrderByDescending(f => f.Severity).ThenBy(f => f.Due).ThenBy(f => f.Path, StringComparer.Ordinal).ThenBy(f => f.Fingerprint, StringComparer.Ordinal), f => FindingOf(f, facts.AsOf)),
            ["come"] = ModelText.List(facts.Come, f => FindingOf(f, facts.AsOf)),
            ["gone"] = ModelText.List(facts.Gone, f => FindingOf(f, facts.AsOf)),
            ["files"] = FilesOf(open),
            ["categories"] = SecurityPosture.Categories(facts),
            ["compliance"] = SecurityPosture.Compliance(facts),
            ["rules"] = ModelText.List(facts.Rules, RulePosture.Of),
            ["response_times"] = new JsonObject
            {
                ["critical_hours"] = scene.Repository.Policy.ResponseTimes.Critical.TotalHours,
                ["error_hours"] = scene.Repository.Policy.ResponseTimes.Major.TotalHours,
                ["warning_hours"] = scene.Repository.Policy.ResponseTimes.Minor.TotalHours,
            },
            ["rotation"] = RegistryPosture.Rotation(scene),
            ["exceptions"] = RegistryPosture.Exceptions(scene),
        };
    }

    /// <summary>A finding.</summary>
    internal static JsonObject FindingOf(PeriodFinding finding, DateTimeOffset asOf) => new()
    {
        ["rule"] = finding.Rule,
        ["severity"] = Words.Of(finding.Severity),
        ["path"] = finding.Path,
        ["line"] = finding.Line,
        ["message"] = finding.Message,
        ["token"] = finding.Token,
        ["fingerprint"] = finding.Fingerprint,
        ["opened"] = ModelText.Time(finding.Opened),
        ["due"] = ModelText.Time(finding.Due),
        ["fixed"] = ModelText.Time(finding.Fixed),
        ["hours_open"] = ModelText.Hours(finding.OpenFor(asOf)),
        ["overdue"] = finding.IsOverdueAt(asOf),
        ["again"] = finding.IsAgain,
    };

    /// <summary>What happened to findings.</summary>
    internal static JsonObject FlowOf(FlowCounts flow) => new()
    {
        ["new"] = flow.New,
        ["reopened"] = flow.Reopened,
        ["come"] = flow.New + flow.Reopened,
        ["violations_come"] = flow.ViolationsCome,
        ["fixed"] = flow.Fixed,
        ["violations_fixed"] = flow.ViolationsFixed,
        ["fixed_in_time"] = flow.FixedInTime,
        ["accepted"] = flow.Accepted,
        ["median_hours_to_fix"] = ModelText.Hours(flow.MedianToFix),
    };

    private static string TitleOf(PeriodKind kind) => kind switch
    {
        PeriodKind.Day => "Daily token usage summary",
        PeriodKind.Week => "Weekly compliance report",
        PeriodKind.Month => "Monthly security audit",
        PeriodKind.Quarter => "Quarterly policy review",
        _ => "Yearly policy review",
    };

    private static JsonObject PeriodOf(PeriodFacts facts) => new()
    {
        ["kind"] = facts.Period.Kind.ToString().ToLowerInvariant(),
        ["label"] = facts.Period.Label,
        ["from"] = ModelText.Day(facts.Period.From),
        ["last"] = ModelText.Day(facts.Period.Last),
        ["before"] = ModelText.Day(facts.Period.Before),
        ["is_over"] = facts.AsOf >= facts.Period.End,
        ["previous"] = facts.Period.Previous.Label,
    };

    private static JsonObject VerdictOf(PeriodFacts facts) => facts.AtEnd is not { } state
        ? new JsonObject { ["word"] = "not known", ["compliant"] = null, ["violations"] = null, ["warnings"] = null, ["because"] = "The history has no run by the end of this period." }
        : new JsonObject
        {
            ["word"] = state.Violations > 0 ? "not compliant" : state.Diagnostics > 0 ? "not known" : "compliant",
            ["compliant"] = state.Violations > 0 ? false : state.Diagnostics > 0 ? null : true,
            ["violations"] = state.Violations,
            ["warnings"] = state.BySeverity[(int)Severity.Warning],
            ["because"] = state.Violations == 0 && state.Diagnostics > 0 ? "The last run could not look at everything." : null,
        };

    private static JsonObject RunsOf(PeriodFacts facts) => new()
    {
        ["count"] = facts.Runs,
        ["first"] = ModelText.Time(facts.First),
        ["last"] = ModelText.Time(facts.Last),
        ["last_is_inside"] = facts.Runs > 0,
        ["with_diagnostics"] = facts.RunsWithDiagnostics,
        ["median_seconds"] = facts.MedianDuration is { } median ? Math.Round(median.TotalSeconds, 3) : null,
        ["slowest_seconds"] = facts.SlowestDuration is { } slowest ? Math.Round(slowest.TotalSeconds, 3) : null,
    };

    private static JsonObject? CountsOf(RunCounts? counts) => counts is null ? null : new JsonObject
    {
        ["critical"] = counts.BySeverity[(int)Severity.Critical],
        ["error"] = counts.BySeverity[(int)Severity.Error],
        ["warning"] = counts.BySeverity[(int)Severity.Warning],
        ["info"] = counts.BySeverity[(int)Severity.Info],
        ["open"] = counts.Open,
        ["violations"] = counts.Violations,
        ["accepted"] = counts.Accepted,
        ["diagnostics"] = counts.Diagnostics,
        ["unknowns"] = counts.Unknowns,
        ["uses"] = counts.Uses,
        ["default_uses"] = counts.DefaultUses,
        ["tokens"] = counts.Tokens,
        ["unregistered"] = counts.Unregistered,
        ["registered"] = counts.Registered,
        ["workflows"] = counts.Workflows,
        ["actions"] = counts.Actions,
        ["scripts"] = counts.Scripts,
        ["documents"] = counts.Documents,
        ["jobs"] = counts.Jobs,
    };

    private static JsonObject PointOf(PeriodPoint point) => new()
    {
        ["label"] = point.Period.Label,
        ["from"] = ModelText.Day(point.Period.From),
        ["runs"] = point.Runs,
        ["critical"] = point.AtEnd?.BySeverity[(int)Severity.Critical],
        ["error"] = point.AtEnd?.BySeverity[(int)Severity.Error],
        ["warning"] = point.AtEnd?.BySeverity[(int)Severity.Warning],
        ["open"] = point.AtEnd?.Open,
        ["accepted"] = point.AtEnd?.Accepted,
        ["uses"] = point.AtEnd?.Uses,
        ["default_uses"] = point.AtEnd?.DefaultUses,
        ["tokens"] = point.AtEnd?.Tokens,
        ["new"] = point.Flow.New,
        ["reopened"] = point.Flow.Reopened,
        ["come"] = point.Flow.New + point.Flow.Reopened,
        ["fixed"] = point.Flow.Fixed,
    };

    private static JsonObject TokenOf(TokenFlow token, Repository repository) => new()
    {
        ["name"] = token.Token,
        ["kind"] = KindOf(token.Kind),
        ["registry"] = RegistryPosture.StatusOf(token, repository),
        ["uses"] = token.Uses,
        ["uses_before"] = token.UsesBefore,
        ["come"] = token.Come,
        ["gone"] = token.Gone,
        ["files"] = ModelText.List(token.Files, f => JsonValue.Create(f)),
    };

    private static string KindOf(string kind) => kind switch
    {
        "defaulttoken" => "default token",
        "allsecrets" => "all secrets",
        _ => kind,
    };

    private static JsonArray FilesOf(IEnumerable<PeriodFinding> open) => ModelText.List(
        open.Where(f => f.Severity > Severity.Info).GroupBy(f => f.Path, StringComparer.Ordinal)
            .Select(g => (Path: g.Key, Violations: g.Count(f => f.IsViolation), Warnings: g.Count(f => !f.IsViolation)))
            .OrderByDescending(f => f.Violations).ThenByDescending(f => f.Warnings).ThenBy(f => f.Path, StringComparer.Ordinal),
        f => new JsonObject { ["path"] = f.Path, ["violations"] = f.Violations, ["warnings"] = f.Warnings });
}
