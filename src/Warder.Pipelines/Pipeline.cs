using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Pipelines;

/// <summary>One pipeline file read into the platform-free model.</summary>
public sealed class Pipeline
{
    /// <summary>What the file is.</summary>
    public required PipelineKind Kind { get; init; }

    /// <summary>The CI system: <c>github</c>.</summary>
    public required string Platform { get; init; }

    /// <summary>The file.</summary>
    public required SourceText Source { get; init; }

    /// <summary>The file's YAML, with its comments.</summary>
    public required YamlTree Tree { get; init; }

    /// <summary>The name it gives itself.</summary>
    public string? Name { get; init; }

    /// <summary>What starts it, in order; empty for an action.</summary>
    public IReadOnlyList<Trigger> Triggers { get; init; } = [];

    /// <summary>Whether another pipeline can call it: <c>workflow_call</c>, or an action.</summary>
    public bool IsCallable { get; init; }

    /// <summary>What a caller passes in.</summary>
    public IReadOnlyList<DeclaredInput> Inputs { get; init; } = [];

    /// <summary>Secrets that it declares to take from its caller; null where it declares no map at all.</summary>
    public IReadOnlyList<DeclaredSecret>? Secrets { get; init; }

    /// <summary>What it gives back to its caller.</summary>
    public IReadOnlyList<OutputEntry> Outputs { get; init; } = [];

    /// <summary>The grant written at the top; null where none is written.</summary>
    public PermissionSet? Permissions { get; init; }

    /// <summary>Environment variables at the top.</summary>
    public IReadOnlyList<EnvironmentEntry> Environment { get; init; } = [];

    /// <summary>The jobs in order; an action made of steps has one with an empty id.</summary>
    public IReadOnlyList<Job> Jobs { get; init; } = [];

    /// <summary>Every token use of the file in the order of the text, each place once.</summary>
    public IReadOnlyList<TokenUse> TokenUses { get; init; } = [];

    /// <summary>Scripts of the repository that its steps run.</summary>
    public IReadOnlyList<Scripts.ScriptCall> ScriptCalls { get; init; } = [];

    /// <summary>Fallbacks between tokens that scripts make through the environment, in the order of the text.</summary>
    public IReadOnlyList<ShellFallback> ShellFallbacks { get; init; } = [];

    /// <summary>Why the platform would reject the file.</summary>
    public IReadOnlyList<PipelineProblem> Problems { get; init; } = [];

    /// <summary>What could not be followed, each with its reason.</summary>
    public IReadOnlyList<Unknown> Unknowns { get; init; } = [];

    /// <summary>Path relative to the repository.</summary>
    public string Path => Source.Path;
}
