namespace Warder.Engine.Hygiene;

/// <summary>What git's ignore rules say of one path.</summary>
/// <param name="IsKnown">Whether git answered.</param>
/// <param name="Source">The file with the pattern that decides; null where none fits.</param>
/// <param name="Line">The pattern's line, from 1; 0 where none fits.</param>
/// <param name="Pattern">The pattern as written; one that begins with <c>!</c> takes the path back.</param>
public readonly record struct IgnoreVerdict(bool IsKnown, string? Source = null, int Line = 0, string? Pattern = null)
{
    /// <summary>Git gave no answer.</summary>
    public static IgnoreVerdict Unknown => default;

    /// <summary>No pattern fits.</summary>
    public static IgnoreVerdict NotIgnored => new(IsKnown: true);

    /// <summary>Whether the path is ignored, by whatever file.</summary>
    public bool IsIgnored => Pattern is not null && !Pattern.StartsWith('!');

    /// <summary>Whether a file of the repository ignores it, so that every clone does: the user's own settings do not count.</summary>
    public bool IsIgnoredByRepository =>
        IsIgnored && Source is not null && !Path.IsPathRooted(Source)
        && (Source == ".gitignore" || Source.EndsWith("/.gitignore", StringComparison.Ordinal));
}
