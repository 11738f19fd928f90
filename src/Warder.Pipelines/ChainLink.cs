namespace Warder.Pipelines;

/// <summary>One alternative of a fallback chain.</summary>
/// <param name="Token">The token; null for anything else.</param>
/// <param name="Text">As written.</param>
/// <param name="IsLiteral">Whether it is a literal.</param>
public sealed record ChainLink(TokenReference? Token, string Text, bool IsLiteral)
{
    /// <summary>Whether a condition before it decides: <c>x &amp;&amp; secrets.A</c>.</summary>
    public bool IsConditional { get; init; }
}
