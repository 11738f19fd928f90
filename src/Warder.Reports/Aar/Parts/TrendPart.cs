using System.Text.Json.Nodes;
using Warder.Engine.Periods;
using Warder.Reports.Templates;

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
            ["new"] = periods.Sum(p => p.Flow.New),
            ["fixed"] = periods.Sum(p => p.Flow.Fixed),
            ["reopened"] = periods.Sum(p => p.Flow.Reopened),
            ["open"] = periods is [.., var last] ? last.AtEnd?.Open : null,
            ["periods"] = ModelText.List(facts.Head.Mode == AarMode.Minimal ? [] : periods, PeriodOf),
        };
    }

    private static JsonObject PeriodOf(PeriodPoint point) => new()
    {
        ["from"] = ModelText.Day(point.Period.From),
        ["runs"] = point.Runs,
        ["new"] = point.Flow.New,
        ["fixed"] = point.Flow.Fixed,
        ["reopened"] = point.Flow.Reopened,
        ["open"] = point.AtEnd?.Open,
        ["violations"] = point.AtEnd?.Violations,
    };
}
