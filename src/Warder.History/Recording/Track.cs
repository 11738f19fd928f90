namespace Warder.History.Recording;

/// <summary>A sequence of runs of which each follows the one before.</summary>
/// <param name="Repository">The name of the repository.</param>
/// <param name="Branch">The branch.</param>
/// <param name="Kind">What it follows.</param>
public sealed record Track(string Repository, string Branch, TrackKind Kind);
