using System.Text.Json.Nodes;
using Warder.Reports.Aar.Parts;

namespace Warder.Reports.Aar;

/// <summary>A change of the automation.</summary>
internal static class AutomationModel
{
    public static JsonObject Of(AarFacts facts)
    {
        var model = AarModel.HeadOf(facts);
        model["automation"] = AutomationPart.Of(facts);
        model["tokens"] = AutomationPart.TokensOf(facts);
        model["ci"] = PipelinePart.Of(facts);
        model["runs"] = RunsPart.Of(facts);
        model["governance"] = GovernancePart.Of(facts);
        model["registry"] = RegistryPart.Of(facts);
        model["trend"] = TrendPart.Of(facts);
        return model;
    }
}
