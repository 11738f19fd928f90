namespace Warder.Engine.Hygiene;

/// <summary>A file that fits a protected pattern and that git tracks, or takes with the next <c>git add</c>.</summary>
/// <param name="Path">Relative to the repository.</param>
/// <param name="IsTracked">Whether git tracks it.</param>
/// <param name="Pattern">The pattern.</param>
public sealed record ProtectedFile(string Path, bool IsTracked, ProtectedPattern Pattern);
