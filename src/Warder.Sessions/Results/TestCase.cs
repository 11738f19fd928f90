namespace Warder.Sessions.Results;

/// <summary>One test.</summary>
/// <param name="Name">Its name, with the class or file it belongs to.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Message">The first line of why it failed; null where nothing is said.</param>
public sealed record TestCase(string Name, TestOutcome Outcome, double Seconds, string? Message);
