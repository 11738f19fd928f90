namespace Warder.Engine.Hygiene;

/// <summary>An ignore file that is held against the protected patterns.</summary>
/// <param name="Path">Relative to the repository.</param>
/// <param name="Syntax">How it is read.</param>
/// <param name="IsRequired">Whether it must be there; others are looked at where they are.</param>
public sealed record IgnoreFile(string Path, IgnoreSyntax Syntax, bool IsRequired)
{
    /// <summary>How a file of this name is read.</summary>
    public static IgnoreSyntax SyntaxOf(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name == ".gitignore" ? IgnoreSyntax.Git : name.EndsWith(".dockerignore", StringComparison.Ordinal) ? IgnoreSyntax.Docker : IgnoreSyntax.Lines;
    }
}
