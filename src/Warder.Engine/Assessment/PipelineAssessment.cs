using Warder.Engine.Permissions;
using Warder.Pipelines;

namespace Warder.Engine.Assessment;

/// <summary>One workflow or action as it stands.</summary>
public sealed record PipelineAssessment
{
    /// <summary>Its path, relative to the repository.</summary>
    public required string Path { get; init; }

    /// <summary>The name it gives itself.</summary>
    public required string? Name { get; init; }

    /// <summary>Whether it is a workflow; an action else.</summary>
    public required bool IsWorkflow { get; init; }

    /// <summary>The events that start it, sorted.</summary>
    public required IReadOnlyList<string> Events { get; init; }

    /// <summary>Those of them that somebody without write access can cause.</summary>
    public required IReadOnlyList<string> OpenEvents { get; init; }

    /// <summary>Its jobs.</summary>
    public required int Jobs { get; init; }

    /// <summary>The steps of its jobs.</summary>
    public required int Steps { get; init; }

    /// <summary>What its steps and jobs run, each place once.</summary>
    public required IReadOnlyList<(string Text, ActionPin Pin)> Actions { get; init; }

    /// <summary>What is thought of the grants of its jobs, in the order of the file; empty for an action.</summary>
    public required IReadOnlyList<JobVerdict> Verdicts { get; init; }

    /// <summary>The names of the secrets that it uses, sorted.</summary>
    public required IReadOnlyList<string> Tokens { get; init; }

    /// <summary>Looks at one.</summary>
    /// <param name="pipeline">The file as read.</param>
    /// <param name="jobs">Need against grant of its jobs.</param>
    /// <param name="uses">The token uses in it.</param>
    internal static PipelineAssessment Of(Pipeline pipeline, IEnumerable<JobPermissions> jobs, IEnumerable<TokenUse> uses) => new()
    {
        Path = pipeline.Path,
        Name = pipeline.Name,
        IsWorkflow = pipeline.Kind == PipelineKind.Workflow,
        Events = [.. pipeline.Triggers.Select(t => t.Event).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        OpenEvents = [.. pipeline.Triggers.Where(t => t.Reach.StartedByAnyone).Select(t => t.Event).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        Jobs = pipeline.Kind == PipelineKind.Workflow ? pipeline.Jobs.Count : 0,
        Steps = pipeline.Jobs.Sum(j => j.Steps.Count),
        Actions =
        [
            .. pipeline.Jobs.SelectMany(j => j.Steps).Select(s => s.Action).OfType<ActionReference>().Select(a => (a.Text, ActionPins.Of(a))),
            .. pipeline.Jobs.Select(j => j.Call).OfType<PipelineCall>().Select(c => (c.Target, ActionPins.Of(c))),
        ],
        Verdicts = [.. jobs.Select(j => j.Verdict)],
        Tokens = [.. uses.Where(u => u.Token.Kind == TokenKind.Secret).Select(u => u.Token.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
    };
}
