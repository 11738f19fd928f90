using Warder.Engine.Permissions.Values;
using Warder.Pipelines;
using Warder.Syntax;

namespace Warder.Engine.Permissions.Proof;

/// <summary>One step while its needs are looked for: what its contexts hold, and where it stands.</summary>
internal sealed class StepProof
{
    private readonly IReadOnlyList<string> _via;
    private IReadOnlyList<(string Name, PossibleValue Value)>? _holding;
    private int _exports;

    public StepProof(JobProof job, Pipeline pipeline, Step step, PipelineScope scope, VariableScope variables, IReadOnlyList<string> via)
    {
        Job = job;
        Pipeline = pipeline;
        Step = step;
        Scope = scope;
        Variables = new VariableScope(variables, step.Variables, scope);
        _via = via;
    }

    public JobProof Job { get; }

    public Pipeline Pipeline { get; }

    public Step Step { get; }

    public PipelineScope Scope { get; }

    public VariableScope Variables { get; }

    /// <summary>The variables that hold a token when a script of the step starts, by name.</summary>
    public IReadOnlyList<(string Name, PossibleValue Value)> Holding
    {
        get
        {
            if (_holding is null || _exports != Job.Exports)
            {
                _exports = Job.Exports;
                _holding = FindHolding();
            }

            return _holding;
        }
    }

    /// <summary>The folder of the action whose step it is, relative to the repository; null in a workflow.</summary>
    public string? ActionDirectory
    {
        get
        {
            var path = Pipeline.Path;
            return Pipeline.Kind == PipelineKind.Workflow ? null : path[..Math.Max(path.LastIndexOf('/'), 0)];
        }
    }

    /// <summary>The calls that lead here, with one more.</summary>
    public IReadOnlyList<string> Through(string call) => [.. _via, call];

    /// <summary>The value of an input of the step's action; null where it is not written.</summary>
    public PossibleValue? Input(string name) => Input(name, Scope);

    /// <summary>The value of an input as other contexts would make it.</summary>
    public PossibleValue? Input(string name, PipelineScope scope)
    {
        foreach (var input in Step.Inputs)
        {
            if (string.Equals(input.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return ValueReader.Read(input.Value, scope, Variables);
            }
        }

        return null;
    }

    /// <summary>The first of some variables that holds anything.</summary>
    public PossibleValue FirstVariable(IReadOnlyList<string> names)
    {
        var value = PossibleValue.Empty;
        foreach (var name in names)
        {
            if ((Variables.Find(name) ?? Job.FindExported(name)) is { IsEmpty: false } found)
            {
                value = value.IsEmpty ? found : value.WithFallback(found);
                if (value.Truth == true)
                {
                    break;
                }
            }
        }

        return value;
    }

    private List<(string Name, PossibleValue Value)> FindHolding()
    {
        var found = new List<(string Name, PossibleValue Value)>();
        foreach (var name in Variables.Names.Concat(Job.Exported.Keys))
        {
            // Few hold any, so that it costs less to look for a name among those than to note all names.
            if ((Variables.Find(name) ?? Job.FindExported(name)) is { } value && (value.Tokens.Count > 0 || value.IsFromOutside) && !found.Exists(f => f.Name == name))
            {
                found.Add((name, value));
            }
        }

        return found;
    }

    /// <summary>A reason at a place of the step.</summary>
    public NeedReason Reason(TextSpan span, string text, string? basis = null, string? condition = null) =>
        new(Pipeline.Path, Pipeline.Source.GetPosition(span.Start), Step.Label, text, basis, condition, _via);

    /// <summary>An open question at a place of the step.</summary>
    public OpenQuestion Question(string kind, TextSpan span, string subject, string because) =>
        new(kind, Pipeline.Path, Pipeline.Source.GetPosition(span.Start), Step.Label, subject, because);
}
