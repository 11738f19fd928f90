using Warder.Engine.Rotation;

namespace Warder.Reports.Aar;

/// <summary>A breach, with the tokens that its place had in its hands.</summary>
/// <param name="Campaign">The tokens within reach and what is proven of each: a campaign that was started, or one made for this report alone.</param>
/// <param name="IsStarted">Whether the campaign was started.</param>
/// <param name="IsKnown">Whether the place is in the repository today.</param>
public sealed record AarBreach(RotationCampaign Campaign, bool IsStarted, bool IsKnown);
