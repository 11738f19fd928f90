using Warder.Engine.Policy;

namespace Warder.Reports.Documents;

/// <summary>Which documents are wanted, and how.</summary>
public sealed record DocumentOptions
{
    /// <summary>Gives the text of a file by its path in the repository; null where there is none. A file that cannot be read throws <see cref="IOException"/>.</summary>
    public required Func<string, string?> Present { get; init; }

    /// <summary>The documents.</summary>
    public IReadOnlyList<DocumentKind> Kinds { get; init; } = [DocumentKind.Matrix, DocumentKind.Policy];

    /// <summary>The formats; null for those of the policy, and for each page that is there already.</summary>
    public IReadOnlyList<DocumentFormat>? Formats { get; init; }

    /// <summary>Whether a file that somebody else wrote is taken over, its text in a kept part; otherwise it is a problem.</summary>
    public bool Adopts { get; init; }

    /// <summary>Another path for the one document that is wanted; null for that of the policy.</summary>
    public string? Path { get; init; }
}
