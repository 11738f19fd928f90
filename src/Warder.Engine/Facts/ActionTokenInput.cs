namespace Warder.Engine.Facts;

/// <summary>An input of an action that takes a token of the platform.</summary>
/// <param name="Name">The input.</param>
/// <param name="DefaultsToPlatform">Whether its default is the default token.</param>
/// <param name="DownloadOnly">Whether the token only raises rate limits or reaches downloads.</param>
/// <param name="Since">The first major version this is true of; null for all.</param>
/// <param name="Until">The first major version this is no longer true of; null for none.</param>
public sealed record ActionTokenInput(string Name, bool DefaultsToPlatform, bool DownloadOnly, int? Since, int? Until)
{
    /// <summary>Whether this is true of a major version; an unknown one is taken for the newest.</summary>
    public bool AppliesTo(int? major) => major is { } given ? given >= (Since ?? 0) && given < (Until ?? int.MaxValue) : Until is null;
}
