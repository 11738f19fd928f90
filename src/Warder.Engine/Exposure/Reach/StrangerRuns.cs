using Warder.Engine.Auditing;
using Warder.Engine.Exposure.Flow;
using Warder.Pipelines;

namespace Warder.Engine.Exposure.Reach;

/// <summary>The runs with secrets that a stranger can start, and what of a workflow they reach.</summary>
internal sealed class StrangerRuns
{
    private readonly List<(Trigger Trigger, RunReach Reach)> _runs = [];

    /// <summary>Over a workflow; rules ask <see cref="PipelineContext.StrangerRuns"/>.</summary>
    public StrangerRuns(PipelineContext context)
    {
        foreach (var trigger in context.Pipeline.Triggers)
        {
            if (RunDangers.Of(trigger) != RunDanger.Privileged)
            {
                continue;
            }

            var before = trigger.Sources.Count > 0 ? EventsBefore(context.Repository, trigger) : null;
            if (before is not { Count: 0 })
            {
                _runs.Add((trigger, new RunReach(context.Pipeline, new RunStart(trigger.Event, ByStranger: true, before), context.Expressions)));
            }
        }
    }

    /// <summary>The triggers by which strangers start one, with what it reaches, in the order of the file.</summary>
    public IReadOnlyList<(Trigger Trigger, RunReach Reach)> All => _runs;

    /// <summary>What such a run by a trigger reaches; null where a stranger starts none by it.</summary>
    public RunReach? By(Trigger trigger) => _runs.FirstOrDefault(r => ReferenceEquals(r.Trigger, trigger)).Reach;

    /// <summary>Whether such a run by this trigger reaches a job.</summary>
    public bool Reach(Trigger trigger, Job job) => _runs.Exists(r => ReferenceEquals(r.Trigger, trigger) && r.Reach.Reaches(job));

    /// <summary>The first run that reaches a job, and a step of it; null where none does.</summary>
    public (Trigger Trigger, RunReach Reach)? RunTo(Job job, Step? step = null)
    {
        foreach (var run in _runs)
        {
            if (step is null ? run.Reach.Reaches(job) : run.Reach.Reaches(job, step))
            {
                return run;
            }
        }

        return null;
    }

    /// <summary>The events by which strangers start the workflows whose runs start this one; null where a workflow is not known.</summary>
    private static List<string>? EventsBefore(Repository repository, Trigger trigger)
    {
        var events = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var source in trigger.Sources)
        {
            if (repository.LocalPipelines.FindNamed(source) is not { } pipeline)
            {
                return null;
            }

            events.UnionWith(pipeline.Triggers.Where(t => t.Reach.StartedByAnyone || t.Reach.InheritsCaller && pipeline.Triggers.Count == 1).Select(t => t.Event));
        }

        return [.. events];
    }
}
