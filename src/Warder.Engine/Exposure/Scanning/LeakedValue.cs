using Warder.Engine.Exposure.Formats;
using Warder.Engine.Exposure.Search;
using Warder.Engine.Findings;
using Warder.Syntax;

namespace Warder.Engine.Exposure.Scanning;

/// <summary>Says of a found value what may be said.</summary>
internal static class LeakedValue
{
    private const string Why = "Who can read the file, its history or a copy of either can use the token until it is revoked";

    /// <summary>What is reported of a value, wherever it was found.</summary>
    public static FindingDraft Draft(FoundValue value, TextSpan span)
    {
        var isEncoded = value.IsEncoded ? ", in base64" : "";
        var note = value.Verdict.Note is { } said ? $" ({said})" : "";
        var shown = value.Prefix.Length > 0 ? $" {value.Prefix}{Redaction.Redactor.Mark}" : "";
        return new FindingDraft
        {
            Span = span,
            Message = $"{value.Format.Title}{shown}{note}{isEncoded}: {ProofOf(value.Verdict.Proof)}",
            Severity = SeverityOf(value),
            Confidence = ConfidenceOf(value.Verdict.Proof),
            Token = value.Format.Slug,
            Why = value.Verdict.Proof == TokenProof.ChecksumFails ? "Most often a value made up for a sample; a real one that was mistyped gives most of itself away" : Why,
            Hint = value.Verdict.Proof == TokenProof.ChecksumFails
                ? "Write a placeholder that nobody can take for a token"
                : "Revoke the token first, then take it out; history keeps it",
            Identity = value.Identity,
        };
    }

    /// <summary>How bad it is: the format's severity, less where little speaks for it.</summary>
    public static Severity SeverityOf(FoundValue value)
    {
        var most = value.Verdict.Severity ?? value.Format.Severity;
        return value.Verdict.Proof switch
        {
            TokenProof.ChecksumFails => Min(most, Severity.Warning),
            TokenProof.Shape => Min(most, Severity.Error),
            _ => most,
        };
    }

    private static Confidence ConfidenceOf(TokenProof proof) => proof switch
    {
        TokenProof.ChecksumFails => Confidence.Low,
        TokenProof.Shape => Confidence.Medium,
        _ => Confidence.High,
    };

    private static string ProofOf(TokenProof proof) => proof switch
    {
        TokenProof.ChecksumFails => "its checksum does not fit",
        TokenProof.Shape => "it has the shape of one",
        TokenProof.Structure => "what is encoded in it can be read",
        _ => "its checksum fits",
    };

    private static Severity Min(Severity left, Severity right) => left < right ? left : right;
}
