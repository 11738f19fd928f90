using Warder.Engine.Findings;

namespace Warder.Engine.Auditing;

/// <summary>Which findings the user wants to see.</summary>
/// <param name="Persona">Findings for this persona and those before it.</param>
/// <param name="MinConfidence">Findings at least this sure.</param>
public sealed record FindingFilter(Persona Persona, Confidence MinConfidence)
{
    /// <summary>The result with only those findings, hidden ones included.</summary>
    public AuditResult Apply(AuditResult result) => result with
    {
        Findings = [.. result.Findings.Where(Wants)],
        Suppressed = [.. result.Suppressed.Where(s => Wants(s.Finding))],
    };

    private bool Wants(Finding finding) => finding.Persona <= Persona && finding.Confidence >= MinConfidence;
}
