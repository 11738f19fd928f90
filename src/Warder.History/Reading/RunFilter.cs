using Warder.History.Recording;

namespace Warder.History.Reading;

/// <summary>Which runs are wanted; what is null does not matter.</summary>
/// <param name="Repository">Of this repository.</param>
/// <param name="Branch">Of this branch.</param>
/// <param name="Kind">Of such a track.</param>
/// <param name="From">Not before this time.</param>
/// <param name="Before">Before this time.</param>
public sealed record RunFilter(string? Repository = null, string? Branch = null, TrackKind? Kind = null, DateTimeOffset? From = null, DateTimeOffset? Before = null);
