using Warder.Syntax;

namespace Warder.Pipelines;

/// <summary>One use of a token at one place. Holds no tree, so that it may outlive its file.</summary>
public sealed record TokenUse
{
    /// <summary>Which token.</summary>
    public required TokenReference Token { get; init; }

    /// <summary>The file, relative to the repository.</summary>
    public required string Path { get; init; }

    /// <summary>Exactly the reference: <c>secrets.DEPLOY_KEY</c>, without <c>${{ }}</c>.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Where it starts.</summary>
    public required LinePosition Start { get; init; }

    /// <summary>Where it ends.</summary>
    public required LinePosition End { get; init; }

    /// <summary>Where in the pipeline it stands.</summary>
    public required UseScope Scope { get; init; }

    /// <summary>Whether the token is written at this place.</summary>
    public bool Explicit { get; init; } = true;

    /// <summary>Whether only callers start this pipeline and it declares the secret: the name is its own, and the caller decides what stands behind it.</summary>
    public bool GivenByCaller { get; init; }

    /// <summary>Whether the value is only compared or tested here and goes nowhere: <c>secrets.X != ''</c>.</summary>
    public bool OnlyTested { get; init; }

    /// <summary>The job; null outside jobs, empty in the steps of an action.</summary>
    public string? Job { get; init; }

    /// <summary>The step's label; null outside steps.</summary>
    public string? Step { get; init; }

    /// <summary>What identifies the step across edits: its id, name, action or first command; null outside steps.</summary>
    public string? StepKey { get; init; }

    /// <summary>The step's position in its job, from 0; -1 outside steps.</summary>
    public int StepIndex { get; init; } = -1;

    /// <summary>What the value is bound to here: the variable's, input's or secret's name.</summary>
    public string? Binding { get; init; }

    /// <summary>Who takes the value here: <c>owner/name@ref</c>, the path of a called pipeline, a command; null where nobody is named.</summary>
    public string? Consumer { get; init; }

    /// <summary>The fallback chain that it stands in.</summary>
    public FallbackChain? Chain { get; init; }

    /// <summary>Its position in the chain, from 0.</summary>
    public int ChainPosition { get; init; }

    /// <summary>Places that the value reaches through the environment, in order.</summary>
    public IReadOnlyList<UseReach> Reaches { get; init; } = [];
}
