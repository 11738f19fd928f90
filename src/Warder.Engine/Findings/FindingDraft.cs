using Warder.Pipelines;
using Warder.Syntax;

namespace Warder.Engine.Findings;

/// <summary>What a rule says of a place; the context completes it to a <see cref="Finding"/>.</summary>
public sealed record FindingDraft
{
    /// <summary>The range in the file of the context.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>What is wrong, one sentence without a full stop.</summary>
    public required string Message { get; init; }

    /// <summary>Other than the rule's.</summary>
    public Severity? Severity { get; init; }

    /// <summary>Other than the rule's.</summary>
    public Confidence? Confidence { get; init; }

    /// <summary>Other than the rule's.</summary>
    public Persona? Persona { get; init; }

    /// <summary>Why it matters here.</summary>
    public string? Why { get; init; }

    /// <summary>What to do.</summary>
    public string? Hint { get; init; }

    /// <summary>The use it speaks of; gives token, job and step.</summary>
    public TokenUse? Use { get; init; }

    /// <summary>The token where there is no use.</summary>
    public string? Token { get; init; }

    /// <summary>The job where there is no use.</summary>
    public string? Job { get; init; }

    /// <summary>The step where there is no use.</summary>
    public Step? Step { get; init; }

    /// <summary>What else tells this finding from another of the same rule, token, job and step; no line number, no value.</summary>
    public string? Identity { get; init; }

    /// <summary>Other places.</summary>
    public IReadOnlyList<RelatedPlace> Related { get; init; } = [];

    /// <summary>Whether the other places are a path, from the source to the sink.</summary>
    public bool IsPath { get; init; }
}
