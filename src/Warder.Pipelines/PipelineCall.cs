using Warder.Syntax;

namespace Warder.Pipelines;

/// <summary>A call of another pipeline.</summary>
public sealed class PipelineCall
{
    /// <summary>What is called, as written: <c>./.github/workflows/build.yml</c> or <c>owner/name/path@ref</c>.</summary>
    public required string Target { get; init; }

    /// <summary>Where it is written.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The repository path of a local target (<c>.github/workflows/build.yml</c>); null for one elsewhere.</summary>
    public string? LocalPath { get; init; }

    /// <summary>Where <c>secrets: inherit</c> is written; null where it is not.</summary>
    public TextSpan? InheritSpan { get; init; }

    /// <summary>The secrets passed by name; their values hold the uses.</summary>
    public IReadOnlyList<InputEntry> Secrets { get; init; } = [];

    /// <summary>The inputs given.</summary>
    public IReadOnlyList<InputEntry> Inputs { get; init; } = [];
}
