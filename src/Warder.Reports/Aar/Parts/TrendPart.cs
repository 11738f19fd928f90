using System.Text.Json.Nodes;

namespace Warder.Reports.Aar.Parts;

/// <summary>Findings over time.</summary>
internal static class TrendPart
{
    public static JsonObject Of(AarFacts facts)
    {
        var periods = facts.Trend?.Periods ?? [];
        return new JsonObject
        {
            ["known"] = facts.Trend is not null,
            ["note"] = facts.TrendNote,
            ["step"] = facts.Trend?.Step,
            ["of"] = facts.Trend?.Of,
            ["branch"] = facts.Trend?.Branch,
            ["runs"] = periods.Sum(p => p.Runs),
            ["new"] = periods.Sum(p => p.New),
            ["fixed"] = periods.Sum(p => p.Fixed),
            ["reopened"] = periods.Sum(p => p.Reopened),
            ["open"] = periods is [.., var last] ? last.Open : null,
            ["periods"] = ModelText.List(facts.Head.Mode == AarMode.Minimal ? [] : periods, PeriodOf),
        };
    }

    private static JsonObject PeriodOf(AarTrendPeriod period) => new()
    {
        ["from"] = ModelText.Day(period.From),
        ["runs"] = period.Runs,
        ["new"] = period.New,
        ["fixed"] = period.Fixed,
        ["reopened"] = period.Reopened,
        ["open"] = period.Open,
        ["violations"] = period.Violations,
    };
}
