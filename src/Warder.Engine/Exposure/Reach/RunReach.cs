using Warder.Engine.Auditing;
using Warder.Pipelines;
using Warder.Pipelines.GitHub.Expressions;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Exposure.Reach;

/// <summary>Tells which jobs and steps of a workflow a run can reach; what is not known is taken to be reached.</summary>
internal sealed class RunReach
{
    private static readonly string[] StatusFunctions = ["always", "success", "failure", "cancelled"];
    private readonly Pipeline _pipeline;
    private readonly RunStart _start;
    private readonly GitHubExpressions _expressions;
    private readonly IReadOnlyDictionary<string, RunValue>? _inputs;
    private readonly Dictionary<string, Job> _jobs = new(StringComparer.OrdinalIgnoreCase);
    private Dictionary<string, bool>? _reached;

    /// <summary>Over a workflow.</summary>
    /// <param name="pipeline">The workflow.</param>
    /// <param name="start">How the run is started.</param>
    /// <param name="expressions">Its parsed expressions.</param>
    /// <param name="inputs">What the caller passes; null where nothing calls it.</param>
    public RunReach(Pipeline pipeline, RunStart start, GitHubExpressions expressions, IReadOnlyDictionary<string, RunValue>? inputs = null)
    {
        _pipeline = pipeline;
        _start = start;
        _expressions = expressions;
        _inputs = inputs;
        foreach (var job in pipeline.Jobs)
        {
            _jobs.TryAdd(job.Id, job);
        }
    }

    /// <summary>The workflow.</summary>
    public Pipeline Pipeline => _pipeline;

    /// <summary>The event that starts the run.</summary>
    public string Event => _start.Event;

    /// <summary>Its parsed expressions.</summary>
    public GitHubExpressions Expressions => _expressions;

    /// <summary>The job with this id; null where there is none.</summary>
    public Job? JobOf(string id) => _jobs.GetValueOrDefault(id);

    /// <summary>Whether any run of a workflow can reach a job, whoever starts it.</summary>
    public static bool IsEverReached(PipelineContext context, Job job) =>
        context.Pipeline.Triggers.Count == 0 || context.Pipeline.Triggers.Any(t => t.Reach.InheritsCaller) || context.Runs.Any(r => r.Reaches(job));

    /// <summary>Whether the run can reach a step.</summary>
    public bool Reaches(Job job, Step step) => Reaches(job) && (step.Condition is null || Holds(step.Condition, succeeded: null) != false);

    /// <summary>Whether the run can reach a job.</summary>
    public bool Reaches(Job job) => (_reached ?? Follow()).GetValueOrDefault(job.Id, true);

    /// <summary>Tells for each job whether the run reaches it: those that it needs come first, however long the chain is.</summary>
    private Dictionary<string, bool> Follow()
    {
        _reached = new(StringComparer.OrdinalIgnoreCase);
        var isAfterSkipped = new Dictionary<string, bool>(StringComparer.OrdinalIgnoreCase);
        var open = new Stack<(Job Job, int Next)>();
        foreach (var first in _pipeline.Jobs)
        {
            open.Push((first, 0));
            while (open.TryPop(out var at))
            {
                // A circle of needs is an error of the file; it ends here.
                if (at.Next == 0 && !isAfterSkipped.TryAdd(at.Job.Id, false))
                {
                    continue;
                }

                if (at.Next < at.Job.Needs.Count)
                {
                    open.Push((at.Job, at.Next + 1));
                    if (JobOf(at.Job.Needs[at.Next]) is { } needed)
                    {
                        open.Push((needed, 0));
                    }

                    continue;
                }

                var isSkipped = at.Job.Needs.Any(id => isAfterSkipped.GetValueOrDefault(id) || !_reached.GetValueOrDefault(id, true));
                isAfterSkipped[at.Job.Id] = isSkipped;
                _reached[at.Job.Id] = IsReached(at.Job, isSkipped);
            }
        }

        return _reached;
    }

    /// <summary>Whether the run reaches a job.</summary>
    /// <param name="job">The job.</param>
    /// <param name="isSkipped">Whether a job that it needs, near or far, is skipped.</param>
    private bool IsReached(Job job, bool isSkipped) => job.Condition is { } condition && AsksForStatus(condition)
        ? Holds(condition, isSkipped ? false : null) != false
        : !isSkipped && (job.Condition is null || Holds(job.Condition, succeeded: null) != false);

    /// <summary>The same for a workflow of the repository that a job calls.</summary>
    public RunReach Into(Job job, PipelineCall call, Pipeline callee)
    {
        var inputs = new Dictionary<string, RunValue>(StringComparer.OrdinalIgnoreCase);
        foreach (var declared in callee.Inputs)
        {
            var given = call.Inputs.FirstOrDefault(i => i.Name.Equals(declared.Name, StringComparison.OrdinalIgnoreCase));
            inputs[declared.Name] = given is null ? declared.Default is { } text ? ValueOf(text, declared.Type) : RunValue.Nothing
                : given.Value is { } value ? Given(job, value, declared.Type)
                : RunValue.Any;
        }

        return new RunReach(callee, _start, new GitHubExpressions(), inputs);
    }

    private RunValue Given(Job job, YamlScalar value, string? type) =>
        StrangerRef.IsIn(this, job, step: null, value) ? RunValue.Foreign
        : !GitHubExpressions.IsTemplate(value.Value) ? ValueOf(value.Value, type)
        : Whole(value) is { } root ? Read(root).As(type)
        : RunValue.Any;

    private static RunValue ValueOf(string text, string? type) => type switch
    {
        _ when GitHubExpressions.IsTemplate(text) => RunValue.Any,
        "boolean" => new RunValue.Known(text.Equals("true", StringComparison.OrdinalIgnoreCase)),
        "string" => new RunValue.Known(text),
        _ => RunValue.Any,
    };

    /// <summary>Whether a condition is known to hold where all went well before it, in the repository that it was written for.</summary>
    public bool Lets(YamlScalar condition) => Whole(condition) is { } root && new RunCondition(ValueAt, succeeded: true, isHome: true).Read(root).Truth == true;

    private bool? Holds(YamlScalar condition, bool? succeeded) => Whole(condition) is { } root ? Read(root, succeeded).Truth : null;

    /// <summary>What an expression of the workflow comes to.</summary>
    public RunValue Read(ExpressionNode root, bool? succeeded = null) => new RunCondition(ValueAt, succeeded).Read(root);

    /// <summary>The one expression that a text is; null where there is none, or text around it.</summary>
    private ExpressionNode? Whole(YamlScalar scalar) =>
        _expressions.InCondition(scalar) is [var (place, result)] && place.Outer.Length >= scalar.Value.Trim().Length ? result.Root : null;

    private bool AsksForStatus(YamlScalar condition)
    {
        var walker = new CallWalker();
        foreach (var (_, result) in _expressions.InCondition(condition))
        {
            if (result.Root is { } root)
            {
                walker.Visit(root);
            }
        }

        return walker.Found;
    }

    private RunValue ValueAt(IReadOnlyList<string> path)
    {
        switch (path[0].ToLowerInvariant())
        {
            case "needs" when path.Count > 2 && !(_reached ?? Follow()).GetValueOrDefault(path[1], true):
                return path[2].Equals("result", StringComparison.OrdinalIgnoreCase) ? new RunValue.Known("skipped") : RunValue.Nothing;
            case "inputs" when path.Count == 2:
                return _inputs is not null ? _inputs.GetValueOrDefault(path[1], RunValue.Any) : _start.Event is "workflow_dispatch" || _pipeline.IsCallable ? RunValue.Any : RunValue.Nothing;
            case "github" when _start.Event.Length > 0:
                return RunValues.Of(string.Join('.', path), _start);
            default:
                return RunValue.Any;
        }
    }

    private sealed class CallWalker : ExpressionWalker
    {
        public bool Found { get; private set; }

        protected override void VisitCall(ExpressionNode.Call call)
        {
            Found |= Array.IndexOf(StatusFunctions, call.Name.ToLowerInvariant()) >= 0;
            base.VisitCall(call);
        }
    }
}
