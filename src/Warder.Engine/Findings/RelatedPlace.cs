namespace Warder.Engine.Findings;

/// <summary>Another place that a finding speaks of.</summary>
/// <param name="Location">Where.</param>
/// <param name="Message">What is there.</param>
public sealed record RelatedPlace(Location Location, string Message);
