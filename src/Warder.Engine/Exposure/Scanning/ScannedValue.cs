using Warder.Engine.Exposure.Formats;
using Warder.Engine.Findings;

namespace Warder.Engine.Exposure.Scanning;

/// <summary>A value that a scan found, without the value.</summary>
/// <param name="Finding">What is said of it.</param>
/// <param name="Format">Its format.</param>
/// <param name="Proof">What speaks for it.</param>
/// <param name="Prefix">What may be shown of it; at most six characters.</param>
/// <param name="Identity">A salted hash: equal for equal values.</param>
/// <param name="IsEncoded">Whether it stands there in base64.</param>
/// <param name="Commits">The commits that brought it to this path, newest first; empty for a file as it is now.</param>
public sealed record ScannedValue(
    Finding Finding, TokenFormat Format, TokenProof Proof, string Prefix, string Identity, bool IsEncoded, IReadOnlyList<string> Commits);
