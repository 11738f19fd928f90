using System.Text.Json.Nodes;
using Warder.Reports.Aar.Parts;

namespace Warder.Reports.Aar;

/// <summary>An issue, with the commits that speak of it.</summary>
internal static class IssueModel
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
