using Warder.Engine.Registry;

namespace Warder.Reports.Documents;

/// <summary>Everything that the documents say of one token.</summary>
/// <param name="Entry">Its entry.</param>
/// <param name="Risk">The higher of the declared and the implied risk; null where neither is known.</param>
/// <param name="Implied">What its permissions imply, on the registry's scale; null where none is known.</param>
/// <param name="Because">The permission that decides.</param>
/// <param name="Places">Where it may be used and is.</param>
/// <param name="Notes">What the rules say, the worst first.</param>
internal sealed record TokenFacts(
    TokenEntry Entry,
    RiskLevel? Risk,
    RiskLevel? Implied,
    RiskAssessment? Because,
    IReadOnlyList<TokenPlace> Places,
    IReadOnlyList<TokenNote> Notes)
{
    /// <summary>Written uses, those in documents left out.</summary>
    public int Uses => Places.Where(p => p.State != PlaceState.Named).Sum(p => p.Uses);

    /// <summary>Uses that nobody wrote.</summary>
    public int Unwritten => Places.Sum(p => p.Unwritten);

    /// <summary>Files that use it.</summary>
    public int Files => Places.Count(p => p.State != PlaceState.Named && p.Uses + p.Unwritten > 0);
}
