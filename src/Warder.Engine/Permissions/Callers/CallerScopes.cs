using Warder.Engine.Auditing;
using Warder.Engine.Permissions.Values;
using Warder.Pipelines;

namespace Warder.Engine.Permissions.Callers;

/// <summary>What the inputs of a workflow hold that only others call: by its callers in the repository, and where these leave all of them alone.</summary>
internal static class CallerScopes
{
    private const int MaxScopes = 100;
    private const int MaxDepth = 4;

    /// <summary>The contexts of a run whose caller gives no input; null for a workflow that something else starts too: a person gives inputs of their own.</summary>
    public static PipelineScope? Unasked(Pipeline pipeline) => IsOnlyCalled(pipeline) && pipeline.Inputs.Count > 0 ? ScopeOf(pipeline, []) : null;

    /// <summary>The contexts as each calling job of the repository makes them.</summary>
    public static IReadOnlyList<PipelineScope> Asked(Repository repository, Pipeline pipeline) => Asked(repository, pipeline, depth: 0);

    private static List<PipelineScope> Asked(Repository repository, Pipeline pipeline, int depth)
    {
        var scopes = new List<PipelineScope>();
        foreach (var caller in WorkflowCallers.Of(repository, pipeline.Path))
        {
            foreach (var outer in Outer(repository, caller.Pipeline, depth))
            {
                if (scopes.Count < MaxScopes)
                {
                    scopes.Add(ScopeOf(pipeline, caller.Call.Inputs.Select(i => (i.Name, ValueReader.Read(i.Value, outer, variables: null)))));
                }
            }
        }

        return scopes;
    }

    /// <summary>The contexts in which a caller reads what it gives: nothing is known of them, unless it is called itself.</summary>
    private static List<PipelineScope> Outer(Repository repository, Pipeline caller, int depth)
    {
        var called = depth < MaxDepth && IsOnlyCalled(caller) ? Asked(repository, caller, depth + 1) : [];
        return called.Count > 0 ? called : [new PipelineScope(inputs: null, secrets: null, events: null)];
    }

    private static bool IsOnlyCalled(Pipeline pipeline) => pipeline.Triggers.Count > 0 && pipeline.Triggers.All(t => t.Reach.InheritsCaller);

    private static PipelineScope ScopeOf(Pipeline pipeline, IEnumerable<(string Name, PossibleValue Value)> given)
    {
        var inputs = new Dictionary<string, PossibleValue>(StringComparer.OrdinalIgnoreCase);
        foreach (var declared in pipeline.Inputs)
        {
            inputs[declared.Name] = DefaultOf(declared);
        }

        foreach (var (name, value) in given)
        {
            inputs[name] = Typed(value);
        }

        return new PipelineScope(inputs, secrets: null, events: null);
    }

    // What must be given has no default that counts.
    private static PossibleValue DefaultOf(DeclaredInput input) =>
        input.Required ? PossibleValue.Opaque : string.IsNullOrEmpty(input.Default) ? PossibleValue.Empty : Typed(PossibleValue.Of(input.Default));

    // An input of a workflow has a type, so that `false` is not a text there.
    private static PossibleValue Typed(PossibleValue value) => value.Text is "true" or "false" ? PossibleValue.OfLiteral(value.Text == "true") : value;
}
