using Warder.Pipelines;
using Warder.Syntax;

namespace Warder.Engine.Exposure.Flow;

/// <summary>A token that a step can reach.</summary>
/// <param name="Token">Which.</param>
/// <param name="How">How it got there, for a sentence: <c>in its environment as NPM_TOKEN</c>.</param>
/// <param name="Span">Where it was put there.</param>
internal sealed record HeldToken(TokenReference Token, string How, TextSpan Span)
{
    /// <summary>The name for a sentence.</summary>
    public string Name => Token.Kind switch
    {
        TokenKind.Oidc => "the identity token",
        TokenKind.All or TokenKind.Inherited => "every secret",
        TokenKind.Dynamic => "a secret",
        _ => Token.Name,
    };
}
