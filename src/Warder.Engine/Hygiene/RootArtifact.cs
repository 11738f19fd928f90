namespace Warder.Engine.Hygiene;

/// <summary>An artifact in the root of a repository.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Fact">What it is.</param>
/// <param name="State">How git stands to it.</param>
/// <param name="IsLink">Whether it is a link; where it leads is not looked at.</param>
/// <param name="Size">How large it is.</param>
public sealed record RootArtifact(string Name, RootArtifactFact Fact, ArtifactState State, bool IsLink, FolderSize Size)
{
    /// <summary>Whether it is a folder.</summary>
    public bool IsFolder => Fact.IsFolder && !IsLink;

    /// <summary>What is right to do.</summary>
    public ArtifactAction Action => State switch
    {
        ArtifactState.Tracked => ArtifactAction.Untrack,
        _ when WhyReview is not null => ArtifactAction.Review,
        _ => Fact.Remedy == Remedy.Move ? ArtifactAction.Move : ArtifactAction.Delete,
    };

    /// <summary>Why Warder leaves it alone though git does not track it; null where it need not.</summary>
    public string? WhyReview =>
        State == ArtifactState.Unknown ? "git cannot be asked whether it tracks it"
        : Name.Contains('\uFFFD', StringComparison.Ordinal) ? "its name is not in UTF-8"
        : IsLink ? "it is a link"
        : Size.HasRepository ? "another repository lies in it"
        : Size.Unreadable > 0 ? "not all of it can be looked at"
        : Fact.Remedy == Remedy.Review ? $"it is {Article(Fact.What)}"
        : Fact.NeedsIgnored && State != ArtifactState.Ignored ? "git does not ignore it, so it may be somebody's work"
        : null;

    private static string Article(string what) =>
        what.StartsWith("unsaved", StringComparison.Ordinal) || what.StartsWith("settings", StringComparison.Ordinal) ? what
        : what[0] is 'a' or 'e' or 'i' or 'o' ? "an " + what
        : "a " + what;
}
