using System.Text.Json.Nodes;
using Warder.Reports.Aar.Parts;

namespace Warder.Reports.Aar;

/// <summary>The tokens: compliance, registry, violations over time, what changed in the automation.</summary>
internal static class GovernanceModel
{
    public static JsonObject Of(AarFacts facts)
    {
        var model = AarModel.HeadOf(facts);
        model["governance"] = GovernancePart.Of(facts);
        model["registry"] = RegistryPart.Of(facts);
        model["trend"] = TrendPart.Of(facts);
        model["tokens"] = AutomationPart.TokensOf(facts);
        model["automation"] = AutomationPart.Of(facts);
        model["campaigns"] = BreachPart.CampaignsOf(facts);
        return model;
    }
}
