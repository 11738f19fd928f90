namespace Warder.Engine.Hygiene;

/// <summary>A protected pattern that an ignore file does not keep out.</summary>
/// <param name="Pattern">The pattern.</param>
/// <param name="Probe">A path that fits it and is not ignored; null where the file is read by lines only.</param>
/// <param name="UndoneBy">The line that takes the path back; null where simply no line covers it.</param>
/// <param name="UndoneAt">Where that line stands: <c>.gitignore:12</c>.</param>
public sealed record MissingPattern(ProtectedPattern Pattern, string? Probe, string? UndoneBy = null, string? UndoneAt = null);
