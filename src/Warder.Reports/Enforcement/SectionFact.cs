namespace Warder.Reports.Enforcement;

/// <summary>One thing that a section states besides its findings.</summary>
/// <param name="Label">What it is about.</param>
/// <param name="Value">How it stands.</param>
internal readonly record struct SectionFact(string Label, string Value);
