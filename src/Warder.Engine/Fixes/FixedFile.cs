namespace Warder.Engine.Fixes;

/// <summary>What came of fixing one file.</summary>
/// <param name="Path">The file, relative to the repository.</param>
/// <param name="Before">Its text as it was read.</param>
/// <param name="After">Its text with the fixes.</param>
/// <param name="Applied">The fixes in it, in the order of the text.</param>
/// <param name="Declined">What was not fixed, and why.</param>
public sealed record FixedFile(string Path, string Before, string After, IReadOnlyList<Fix> Applied, IReadOnlyList<DeclinedFix> Declined)
{
    /// <summary>Whether anything changes.</summary>
    public bool IsChanged => !string.Equals(Before, After, StringComparison.Ordinal);
}
