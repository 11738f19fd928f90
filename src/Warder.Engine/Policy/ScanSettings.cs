using Warder.Engine.Exposure.Formats;

namespace Warder.Engine.Policy;

/// <summary>What a policy says of the scan for token values.</summary>
/// <param name="Formats">Its own formats.</param>
/// <param name="Ignore">Files to leave out.</param>
internal sealed record ScanSettings(IReadOnlyList<TokenFormat> Formats, IReadOnlyList<PathPattern> Ignore);
