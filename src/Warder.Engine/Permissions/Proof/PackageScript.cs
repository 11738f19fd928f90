namespace Warder.Engine.Permissions.Proof;

/// <summary>A script that a package manager runs by its name.</summary>
/// <param name="Text">The shell command.</param>
/// <param name="Folder">Where it runs, relative to the repository; null for the root.</param>
internal sealed record PackageScript(string Text, string? Folder);
