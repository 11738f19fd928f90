using System.Text.Json.Nodes;
using Warder.Reports.Aar.Parts;

namespace Warder.Reports.Aar;

/// <summary>A pull request, with what it changed of the automation.</summary>
internal static class PullRequestModel
{
    public static JsonObject Of(AarFacts facts)
    {
        var model = AarModel.HeadOf(facts);
        model["subject"] = SubjectPart.Of(facts);
        model["governance"] = GovernancePart.Of(facts);
        model["registry"] = RegistryPart.Of(facts);
        return model;
    }
}
