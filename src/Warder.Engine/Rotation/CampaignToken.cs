namespace Warder.Engine.Rotation;

/// <summary>A token of a campaign, and the proof that its value was replaced since.</summary>
/// <param name="Name">The token.</param>
/// <param name="Places">How the breach reached it.</param>
/// <param name="Replaced">When its value was replaced, UTC; null while nobody proved it.</param>
/// <param name="Evidence">What proves it; null where nobody said.</param>
public sealed record CampaignToken(string Name, IReadOnlyList<string> Places, DateTimeOffset? Replaced, string? Evidence);
