using Warder.Engine.Findings;

namespace Warder.Engine.Exposure.Formats;

/// <summary>What a check says of a value of the right shape.</summary>
/// <param name="Proof">What speaks for it.</param>
/// <param name="Note">What can be read in it without giving it away: an issuer, an end of life.</param>
/// <param name="Severity">Other than the format's.</param>
internal readonly record struct TokenVerdict(TokenProof Proof, string? Note = null, Severity? Severity = null)
{
    /// <summary>Not a token at all.</summary>
    public static TokenVerdict? None => null;
}
