using System.Text.Json.Nodes;
using Warder.Engine.Assessment;
using Warder.Reports.Templates;

namespace Warder.Reports.Aar.Parts;

/// <summary>How pipelines ran, where an export says.</summary>
internal static class RunsPart
{
    public static JsonObject Of(AarFacts facts)
    {
        var head = facts.Head;
        var (all, byWorkflow) = WorkflowRuns.Of(facts.Runs ?? [], head.From, head.Last.AddDays(1));
        var model = ModelOf(all);
        model.Insert(0, "known", facts.Runs is not null);
        model["in_export"] = facts.Runs?.Count ?? 0;
        model["by_workflow"] = ModelText.List(byWorkflow, ModelOf, head.Most);
        return model;
    }

    private static JsonObject ModelOf(WorkflowRuns runs) => new()
    {
        ["workflow"] = runs.Workflow,
        ["runs"] = runs.Runs,
        ["succeeded"] = runs.Succeeded,
        ["failed"] = runs.Failed,
        ["other"] = runs.Other,
        ["success_percent"] = ModelText.Percent(runs.SuccessShare),
        ["median_minutes"] = ModelText.Minutes(runs.MedianTook),
    };
}
