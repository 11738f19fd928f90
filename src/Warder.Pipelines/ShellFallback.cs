using Warder.Syntax;

namespace Warder.Pipelines;

/// <summary>A fallback between tokens that a step's shell makes: <c>${DEPLOY_TOKEN:-$GITHUB_TOKEN}</c>.</summary>
public sealed record ShellFallback
{
    /// <summary>The job.</summary>
    public required string Job { get; init; }

    /// <summary>The step's label.</summary>
    public required string Step { get; init; }

    /// <summary>What identifies the step across edits.</summary>
    public required string StepKey { get; init; }

    /// <summary>The step's position in its job, from 0.</summary>
    public required int StepIndex { get; init; }

    /// <summary>The alternatives; a link's token is null where its variable holds none.</summary>
    public required FallbackChain Chain { get; init; }

    /// <summary>The span of each link's own words in the file, in the order of the links.</summary>
    public required IReadOnlyList<TextSpan> LinkSpans { get; init; }

    /// <summary>Where it starts.</summary>
    public required LinePosition Start { get; init; }

    /// <summary>Where it ends.</summary>
    public required LinePosition End { get; init; }
}
