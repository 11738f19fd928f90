using Warder.Engine.Policy;

namespace Warder.Reports.Documents;

/// <summary>A document as it should be, beside what is there.</summary>
/// <param name="Kind">Which document.</param>
/// <param name="Format">Its format.</param>
/// <param name="Path">Where it lies, relative to the repository.</param>
/// <param name="Present">What is there; null for nothing yet.</param>
/// <param name="Text">What should be there, hand-written parts included; null where that cannot be said.</param>
/// <param name="Problem">Why not, one sentence without its full stop; null where it can.</param>
public sealed record GeneratedDocument(DocumentKind Kind, DocumentFormat Format, string Path, string? Present, string? Text, string? Problem)
{
    /// <summary>Whether the document is there.</summary>
    public bool IsMade => Present is not null;

    /// <summary>Whether what is there is not what should be; never for a document that is not made yet.</summary>
    public bool HasDrifted => Present is not null && Text is not null && !string.Equals(Present, Text, StringComparison.Ordinal);
}
