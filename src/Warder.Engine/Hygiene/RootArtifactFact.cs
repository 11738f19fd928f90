namespace Warder.Engine.Hygiene;

/// <summary>A kind of artifact that tools leave in the root.</summary>
/// <param name="Pattern">Fits its name.</param>
/// <param name="IsFolder">Whether it is a folder.</param>
/// <param name="Family">What left it: <c>python</c>, <c>logs</c>.</param>
/// <param name="What">What it is, a few words.</param>
/// <param name="Remedy">What to do about it.</param>
/// <param name="NeedsIgnored">Whether it is only sure to be one where git ignores it; else somebody must look.</param>
/// <param name="TrackedIsFine">Whether some repositories track it on purpose.</param>
/// <param name="Unless">Files in the root beside which it is at its right place.</param>
public sealed record RootArtifactFact(
    PathPattern Pattern, bool IsFolder, string Family, string What, Remedy Remedy, bool NeedsIgnored, bool TrackedIsFine, IReadOnlyList<string> Unless)
{
    private readonly NameGlob _name = new(Pattern);

    /// <summary>Whether the last part of a path fits.</summary>
    public bool Fits(string path) => _name.MatchesNameOf(path);
}
