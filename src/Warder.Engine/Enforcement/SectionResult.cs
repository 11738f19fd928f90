using Warder.Engine.Findings;

namespace Warder.Engine.Enforcement;

/// <summary>What a validation found in one section.</summary>
/// <param name="Section">Which.</param>
/// <param name="Findings">Its findings, the worst first, then by path, place and rule.</param>
/// <param name="Drifted">Documents that say something else than what they are made from; each is a violation.</param>
public sealed record SectionResult(EnforcementSection Section, IReadOnlyList<Finding> Findings, IReadOnlyList<DocumentState> Drifted)
{
    /// <summary>Whether what it rests on could not be asked, so that finding nothing says nothing.</summary>
    public bool IsBlind { get; init; }

    /// <summary>Critical findings and errors, and documents that drifted.</summary>
    public int Violations { get; } = Findings.Count(f => f.Severity >= Severity.Error) + Drifted.Count;

    /// <summary>Warnings.</summary>
    public int Warnings { get; } = Findings.Count(f => f.Severity == Severity.Warning);

    /// <summary>Notes: what is no more than worth knowing.</summary>
    public int Notes { get; } = Findings.Count(f => f.Severity == Severity.Info);
}
