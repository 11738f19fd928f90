using Warder.Syntax;

namespace Warder.Pipelines;

/// <summary>A step of a job.</summary>
public sealed class Step
{
    /// <summary>Its position in the job, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The whole step.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Its id.</summary>
    public string? Id { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>The condition.</summary>
    public Warder.Syntax.Yaml.YamlScalar? Condition { get; init; }

    /// <summary>The action it uses; null for a script.</summary>
    public ActionReference? Action { get; init; }

    /// <summary>The inputs given to the action.</summary>
    public IReadOnlyList<InputEntry> Inputs { get; init; } = [];

    /// <summary>Environment variables of the step.</summary>
    public IReadOnlyList<EnvironmentEntry> Variables { get; init; } = [];

    /// <summary>The script it runs; null for an action.</summary>
    public StepScript? Script { get; init; }

    /// <summary>The variables that hold a token while it runs, whatever level set them, by name.</summary>
    public IReadOnlyList<TokenVariable> TokenVariables { get; internal set; } = [];

    /// <summary>What identifies the step across edits above it: its id, name, action or the first line of its script.</summary>
    public string Key => Id ?? Name ?? Action?.Name ?? Action?.Text ?? FirstLine(Script?.Body.Value) ?? Label;

    private static string? FirstLine(string? text) => text?.AsSpan().TrimStart().ToString().Split((char)10)[0].Trim();

    /// <summary>What people call it: its id, else its name, else <c>step 3</c> (counted from 1).</summary>
    public string Label => Id ?? Name ?? $"step {Index + 1}";
}
