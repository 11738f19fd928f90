namespace Warder.Pipelines.Documents;

/// <summary>A token named in a document.</summary>
/// <param name="Use">Which and where.</param>
/// <param name="Stance">What the text around it says.</param>
/// <param name="InCode">Whether it stands in a code fence or span.</param>
public sealed record TokenMention(TokenUse Use, MentionStance Stance, bool InCode);
