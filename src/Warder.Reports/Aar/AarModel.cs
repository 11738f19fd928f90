using System.Text.Json.Nodes;
using Warder.Engine.Periods;
using Warder.Reports.Templates;

namespace Warder.Reports.Aar;

/// <summary>The model of a report: what its JSON is, and what its template reads.</summary>
public static class AarModel
{
    internal const string SchemaName = "warder-aar";
    private const int SchemaVersion = 1;

    /// <summary>Makes the model of a report.</summary>
    public static JsonObject Of(AarFacts facts) => facts.Head.Kind switch
    {
        AarKind.Governance => GovernanceModel.Of(facts),
        AarKind.Health => HealthModel.Of(facts),
        AarKind.Incident => IncidentModel.Of(facts),
        AarKind.Issue => IssueModel.Of(facts),
        AarKind.PullRequest => PullRequestModel.Of(facts),
        AarKind.Sprint => SprintModel.Of(facts),
        _ => AutomationModel.Of(facts),
    };

    /// <summary>What every model begins with.</summary>
    internal static JsonObject HeadOf(AarFacts facts)
    {
        var head = facts.Head;
        return new JsonObject
        {
            ["schema"] = new JsonObject { ["name"] = SchemaName, ["version"] = SchemaVersion },
            ["tool"] = new JsonObject { ["name"] = "warder", ["version"] = head.Version },
            ["kind"] = AarWords.NameOf(head.Kind),
            ["mode"] = AarWords.Of(head.Mode),
            ["title"] = head.Title,
            ["day"] = ModelText.Day(head.Day),
            ["quarter"] = Period.Of(PeriodKind.Quarter, head.Day).Label,
            ["from"] = ModelText.Day(head.From),
            ["last"] = ModelText.Day(head.Last),
            ["repository"] = head.Repository,
            ["commit"] = head.Commit,
        };
    }
}
