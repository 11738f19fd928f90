using Warder.Pipelines;
using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Fixes;

/// <summary>A step as it is written in the file.</summary>
internal sealed class StepNode
{
    private readonly SourceText _source;

    private StepNode(SourceText source, YamlMapping mapping, FixPath path)
    {
        _source = source;
        Mapping = mapping;
        Path = path;
    }

    /// <summary>Its keys.</summary>
    public YamlMapping Mapping { get; }

    /// <summary>Where it stands.</summary>
    public FixPath Path { get; }

    /// <summary>The step of a job, or of an action; null where an alias stands in its place.</summary>
    public static StepNode? Find(Pipeline pipeline, Job job, Step step)
    {
        var path = job.Id.Length == 0 ? FixPath.Of("runs", "steps", step.Index) : FixPath.Of("jobs", job.Id, "steps", step.Index);
        return YamlPlace.Follow(pipeline.Tree, path.Pointer) is { IsWhole: true, Way: [.., YamlMapping mapping] } ? new StepNode(pipeline.Source, mapping, path) : null;
    }

    /// <summary>Puts variables into the environment of the step; null where it is written in a way that is not edited.</summary>
    public (TextEdit Edit, IReadOnlyList<FixPath> Changes)? Add(IReadOnlyList<NewVariable> variables)
    {
        var env = Mapping.Find("env");
        var edit = env is null ? AddMapping(variables) : env.Value is YamlMapping { Anchor: null, Tag: null } mapping ? AddEntries(mapping, variables) : null;
        var path = Path.Then("env");
        return edit is { } made ? (made, env is null ? [path] : [.. variables.Select(v => path.Then(v.Name))]) : null;
    }

    private TextEdit? AddEntries(YamlMapping env, IReadOnlyList<NewVariable> variables)
    {
        if (env.IsFlow)
        {
            var text = Flow(variables);
            return text is null ? null
                : env.Entries.Count > 0 ? new TextEdit(new TextSpan(env.Entries[^1].Span.End, 0), ", " + text)
                : new TextEdit(env.Span, $"{{ {text} }}");
        }

        return env.Entries.Count > 0 && BlockLines.IndentOf(_source, env.Entries[0].Key.Span.Start) is { } indent
            ? BlockLines.After(_source, env.Entries[^1], [.. variables.SelectMany(v => v.Lines(indent))])
            : null;
    }

    private TextEdit? AddMapping(IReadOnlyList<NewVariable> variables)
    {
        if ((Mapping.Find("run") ?? Mapping.Find("uses")) is not { Value: not YamlAlias } anchor)
        {
            return null;
        }

        if (Mapping.IsFlow)
        {
            return Flow(variables) is { } text ? new TextEdit(new TextSpan(anchor.Span.End, 0), $", env: {{ {text} }}") : null;
        }

        var indent = new string(' ', _source.GetPosition(anchor.Key.Span.Start).Column - 1);
        return BlockLines.After(_source, anchor, [$"{indent}env:", .. variables.SelectMany(v => v.Lines(indent + "  "))]);
    }

    private static string? Flow(IReadOnlyList<NewVariable> variables) =>
        variables.All(v => v.Flow is not null) ? string.Join(", ", variables.Select(v => v.Flow)) : null;
}
