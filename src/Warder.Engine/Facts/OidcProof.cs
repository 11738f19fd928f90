namespace Warder.Engine.Facts;

/// <summary>What proves, in a job that may ask for an identity token, that it signs in with one.</summary>
/// <param name="Action">The action, in lower case; null where a command proves it.</param>
/// <param name="Command">The first words of the command; null where an action proves it.</param>
/// <param name="Present">Inputs or variables that must be there, as <c>name</c> or <c>name=value</c>.</param>
/// <param name="Absent">Inputs, variables or options that must not be there.</param>
/// <param name="AbsentWords">Words that no script of the job may hold up to there: they write a stored credential where the command reads it.</param>
public sealed record OidcProof(string? Action, string? Command, IReadOnlyList<string> Present, IReadOnlyList<string> Absent, IReadOnlyList<string> AbsentWords);
