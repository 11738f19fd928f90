using Warder.Engine.Exposure.Formats;

namespace Warder.Engine.Exposure.Search;

/// <summary>A value found in some bytes. Holds no part of the value beyond its first characters.</summary>
/// <param name="Format">Its format.</param>
/// <param name="Start">Where it starts, in bytes.</param>
/// <param name="Length">How long it is, in bytes.</param>
/// <param name="Verdict">What speaks for it.</param>
/// <param name="Identity">A salted hash by which the value is known again and from which it cannot be had.</param>
/// <param name="Prefix">At most its first six characters, and no more than a fifth of it.</param>
/// <param name="IsEncoded">Whether it stands there in base64.</param>
internal sealed record FoundValue(TokenFormat Format, int Start, int Length, TokenVerdict Verdict, string Identity, string Prefix, bool IsEncoded)
{
    /// <summary>Where it ends.</summary>
    public int End => Start + Length;
}
