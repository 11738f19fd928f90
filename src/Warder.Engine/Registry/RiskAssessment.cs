namespace Warder.Engine.Registry;

/// <summary>The risk that a token's permissions imply.</summary>
/// <param name="Level">The risk.</param>
/// <param name="Because">The permission that decides it.</param>
/// <param name="Reason">What harm that can do.</param>
public sealed record RiskAssessment(RiskLevel Level, DeclaredPermission Because, string Reason);
