using System.Text.Json.Nodes;
using Warder.Reports.Aar.Parts;

namespace Warder.Reports.Aar;

/// <summary>Something that went wrong, with what was within reach.</summary>
internal static class IncidentModel
{
    public static JsonObject Of(AarFacts facts)
    {
        var model = AarModel.HeadOf(facts);
        model["breach"] = BreachPart.Of(facts);
        model["campaigns"] = BreachPart.CampaignsOf(facts);
        model["timeline"] = BreachPart.TimelineOf(facts);
        model["governance"] = GovernancePart.Of(facts);
        model["registry"] = RegistryPart.Of(facts);
        model["automation"] = AutomationPart.Of(facts);
        return model;
    }
}
