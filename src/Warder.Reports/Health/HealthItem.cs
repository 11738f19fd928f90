namespace Warder.Reports.Health;

/// <summary>One thing that Warder depends on.</summary>
/// <param name="Name">What it is.</param>
/// <param name="State">How it stands.</param>
/// <param name="Text">What was seen.</param>
/// <param name="Remedy">What to do; null where nothing is to be done.</param>
public sealed record HealthItem(string Name, HealthState State, string Text, string? Remedy = null);
