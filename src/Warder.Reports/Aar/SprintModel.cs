using System.Text.Json.Nodes;
using Warder.Reports.Aar.Parts;

namespace Warder.Reports.Aar;

/// <summary>A stretch of work.</summary>
internal static class SprintModel
{
    public static JsonObject Of(AarFacts facts)
    {
        var model = AarModel.HeadOf(facts);
        model["git"] = GitPart.Of(facts);
        model["runs"] = RunsPart.Of(facts);
        model["tests"] = TestsPart.Of(facts);
        model["ci"] = PipelinePart.Of(facts);
        model["governance"] = GovernancePart.Of(facts);
        model["trend"] = TrendPart.Of(facts);
        model["automation"] = AutomationPart.Of(facts);
        return model;
    }
}
