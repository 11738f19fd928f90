namespace Warder.Engine.Hygiene;

/// <summary>A file as git lists it.</summary>
/// <param name="Path">Relative to the repository, with <c>/</c>.</param>
/// <param name="IsTracked">Whether git tracks it; else it is neither tracked nor ignored, and the next <c>git add</c> takes it.</param>
public readonly record struct GitFile(string Path, bool IsTracked);
