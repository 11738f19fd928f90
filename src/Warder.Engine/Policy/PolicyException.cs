using Warder.Syntax;

namespace Warder.Engine.Policy;

/// <summary>A finding that the policy tolerates, with somebody who answers for it and an end.</summary>
public sealed record PolicyException
{
    /// <summary>The rule's slug.</summary>
    public required string Rule { get; init; }

    /// <summary>Files; null for all.</summary>
    public PathPattern? Path { get; init; }

    /// <summary>The job; null for all.</summary>
    public string? Job { get; init; }

    /// <summary>The token; null for all.</summary>
    public string? Token { get; init; }

    /// <summary>Who answers for it.</summary>
    public required string Owner { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>The last day on which it holds.</summary>
    public required DateOnly Expires { get; init; }

    /// <summary>Where it is written in the policy file.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Where the last day is written.</summary>
    public required TextSpan ExpiresSpan { get; init; }

    /// <summary>Whether its last day is over.</summary>
    public bool IsExpired(DateOnly today) => Expires < today;
}
