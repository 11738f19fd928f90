namespace Warder.Engine.Enforcement;

/// <summary>How a generated document on the disk stands to what would be generated now.</summary>
/// <param name="Path">The file, relative to the repository.</param>
/// <param name="Standing">How it stands.</param>
public sealed record DocumentState(string Path, DocumentStanding Standing);
