using System.Text.Json.Nodes;
using Warder.Engine.Assessment;
using Warder.Engine.Permissions;
using Warder.Reports.Templates;

namespace Warder.Reports.Aar.Parts;

/// <summary>The pipelines as they stand.</summary>
internal static class PipelinePart
{
    public static JsonObject Of(AarFacts facts)
    {
        var most = facts.Head.Most;
        var ci = CiAssessment.Of(facts.Validation.Audit);
        return new JsonObject
        {
            ["workflows"] = ci.Workflows.Count(),
            ["actions"] = ci.Pipelines.Count(p => !p.IsWorkflow),
            ["jobs"] = ci.Jobs,
            ["steps"] = ci.Steps,
            ["unread"] = ModelText.Texts(ci.Unread),
            ["triggers"] = ModelText.List(ci.Events, e => new JsonObject { ["event"] = e.Event, ["workflows"] = e.Workflows }),
            ["open_workflows"] = ci.Workflows.Count(w => w.OpenEvents.Count > 0),
            ["least"] = ci.JobsWith(JobVerdict.Least),
            ["excessive"] = ci.JobsWith(JobVerdict.Excessive),
            ["insufficient"] = ci.JobsWith(JobVerdict.Insufficient),
            ["undeclared"] = ci.JobsWith(JobVerdict.Undeclared),
            ["unknown"] = ci.JobsWith(JobVerdict.Unknown),
            ["references"] = ci.Places(ActionPin.Fixed) + ci.Places(ActionPin.Moving),
            ["pinned"] = ci.Places(ActionPin.Fixed),
            ["moving"] = ci.Places(ActionPin.Moving),
            ["local"] = ci.Places(ActionPin.Local),
            ["pinned_percent"] = ModelText.Percent(ci.PinnedShare),
            ["external_total"] = ci.External.Count,
            ["external"] = ModelText.List(ci.External, a => new JsonObject { ["uses"] = a.Text, ["pinned"] = a.Pin == ActionPin.Fixed, ["times"] = a.Times }, most),
            ["pipelines"] = ModelText.List(facts.Head.Mode == AarMode.Full ? ci.Pipelines : [], PipelineOf),
        };
    }

    private static JsonObject PipelineOf(PipelineAssessment pipeline) => new()
    {
        ["path"] = pipeline.Path,
        ["name"] = pipeline.Name,
        ["workflow"] = pipeline.IsWorkflow,
        ["triggers"] = ModelText.Texts(pipeline.Events),
        ["open_triggers"] = ModelText.Texts(pipeline.OpenEvents),
        ["jobs"] = pipeline.Jobs,
        ["steps"] = pipeline.Steps,
        ["references"] = pipeline.Actions.Count(a => a.Pin != ActionPin.Local),
        ["pinned"] = pipeline.Actions.Count(a => a.Pin == ActionPin.Fixed),
        ["least"] = pipeline.Verdicts.Count(v => v == JobVerdict.Least),
        ["tokens"] = ModelText.Texts(pipeline.Tokens),
    };
}
