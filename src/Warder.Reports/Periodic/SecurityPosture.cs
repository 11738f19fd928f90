using System.Text.Json.Nodes;
using Warder.Engine.Facts;
using Warder.Engine.Periods;
using Warder.Engine.Rules;
using Warder.Reports.Templates;

namespace Warder.Reports.Periodic;

/// <summary>Open findings by what they are about, and by the keys of control catalogues.</summary>
internal static class SecurityPosture
{
    /// <summary>A row for each category of rules, also for one without a finding.</summary>
    public static JsonArray Categories(PeriodFacts facts) => ModelText.List(Enum.GetValues<RuleCategory>(), category =>
    {
        var rules = facts.Rules.Where(r => RuleCatalogue.Find(r.Rule)?.Descriptor.Category == category).ToList();
        var open = facts.Present.Where(f => !f.IsAccepted && RuleCatalogue.Find(f.Rule)?.Descriptor.Category == category).ToList();
        return new JsonObject
        {
            ["category"] = Words.Of(category),
            ["open_before"] = rules.Sum(r => r.OpenBefore),
            ["come"] = rules.Sum(r => r.Flow.New + r.Flow.Reopened),
            ["fixed"] = rules.Sum(r => r.Flow.Fixed),
            ["open"] = open.Count,
            ["violations"] = open.Count(f => f.IsViolation),
            ["accepted"] = rules.Sum(r => r.Accepted),
        };
    });

    /// <summary>A row for each key that a rule of Warder names; one finding counts for each key of its rule.</summary>
    public static JsonArray Compliance(PeriodFacts facts)
    {
        var named = RuleCatalogue.All.SelectMany(r => r.Descriptor.Compliance.Select(k => (Key: k, r.Descriptor.Slug))).ToLookup(p => p.Key, p => p.Slug, StringComparer.Ordinal);
        var open = facts.Present.Where(f => !f.IsAccepted).ToLookup(f => f.Rule, StringComparer.Ordinal);
        return ModelText.List(ComplianceKey.All.Where(k => named.Contains(k.Key)), key =>
        {
            var rules = named[key.Key].Where(open.Contains).Order(StringComparer.Ordinal).ToList();
            return new JsonObject
            {
                ["key"] = key.Key,
                ["catalogue"] = key.Catalogue,
                ["title"] = key.Title,
                ["open"] = rules.Sum(r => open[r].Count()),
                ["violations"] = rules.Sum(r => open[r].Count(f => f.IsViolation)),
                ["rules_watching"] = named[key.Key].Count(),
                ["rules"] = ModelText.List(rules, r => JsonValue.Create(r)),
            };
        });
    }
}
