namespace Warder.Engine.Permissions.Proof;

/// <summary>Something that a program takes from a file that it loads.</summary>
/// <param name="Name">What the file calls it.</param>
/// <param name="Use">What stands where it is used: <c>release</c>, <c>scripts.release</c>; null where that is the place that loads it.</param>
internal readonly record struct RequiredName(string Name, string? Use);
