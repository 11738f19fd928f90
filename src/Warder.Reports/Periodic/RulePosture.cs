using System.Text.Json.Nodes;
using Warder.Engine.Periods;
using Warder.Engine.Rules;

namespace Warder.Reports.Periodic;

/// <summary>How effective a rule was: what it found, and what came of it.</summary>
internal static class RulePosture
{
    public static JsonObject Of(RuleFlow flow)
    {
        var rule = RuleCatalogue.Find(flow.Rule)?.Descriptor;
        return new JsonObject
        {
            ["rule"] = flow.Rule,
            ["title"] = rule?.Title,
            ["category"] = rule is null ? null : Words.Of(rule.Category),
            ["severity"] = rule is null ? null : Words.Of(rule.Severity),
            ["open_before"] = flow.OpenBefore,
            ["open"] = flow.Open,
            ["accepted_now"] = flow.Accepted,
            ["overdue"] = flow.Overdue,
            ["flow"] = PeriodicModel.FlowOf(flow.Flow),
        };
    }
}
