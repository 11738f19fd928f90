namespace Warder.Engine.Permissions.Proof;

/// <summary>A file that a program loads.</summary>
/// <param name="Path">Its path in the repository, perhaps without an ending.</param>
/// <param name="Names">What the program takes from it, each with the text by which it is used; null where it takes the whole file.</param>
internal readonly record struct RequiredFile(string Path, IReadOnlyList<RequiredName>? Names);
