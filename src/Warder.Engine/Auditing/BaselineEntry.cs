namespace Warder.Engine.Auditing;

/// <summary>A finding that a baseline remembers.</summary>
/// <param name="Fingerprint">Its identity.</param>
/// <param name="Context">Its identity without the path.</param>
/// <param name="Rule">The rule's slug, for readers.</param>
/// <param name="Path">The file when it was remembered.</param>
/// <param name="Message">The message, for readers.</param>
public sealed record BaselineEntry(string Fingerprint, string Context, string Rule, string Path, string Message);
