using System.Text.Json.Nodes;
using Warder.Reports.Aar.Parts;

namespace Warder.Reports.Aar;

/// <summary>The repository as a whole.</summary>
internal static class HealthModel
{
    public static JsonObject Of(AarFacts facts)
    {
        var model = AarModel.HeadOf(facts);
        model["git"] = GitPart.Of(facts);
        model["ci"] = PipelinePart.Of(facts);
        model["runs"] = RunsPart.Of(facts);
        model["tests"] = TestsPart.Of(facts);
        model["governance"] = GovernancePart.Of(facts);
        model["registry"] = RegistryPart.Of(facts);
        model["trend"] = TrendPart.Of(facts);
        return model;
    }
}
