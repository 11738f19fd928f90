using Warder.Syntax;

namespace Warder.Pipelines.GitHub.Reading;

/// <summary>A token named in an expression; spans are offsets in the scalar's value.</summary>
internal readonly record struct FoundToken
{
    public required TokenReference Token { get; init; }

    public required TextSpan Span { get; init; }

    /// <summary>Whether the expression's value holds the token's.</summary>
    public required bool Carried { get; init; }

    public FallbackChain? Chain { get; init; }

    public int ChainPosition { get; init; }

    /// <summary>The words by which a token is reached without being named: <c>toJSON(github)</c>.</summary>
    public string? Implied { get; init; }
}
