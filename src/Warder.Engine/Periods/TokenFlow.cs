namespace Warder.Engine.Periods;

/// <summary>How the uses of one token went.</summary>
/// <param name="Token">Its name.</param>
/// <param name="Kind">What kind of token it is.</param>
/// <param name="UsesBefore">How many uses there were when the period began.</param>
/// <param name="Uses">How many there were at its end.</param>
/// <param name="Come">Uses that were not there before, also those that went again.</param>
/// <param name="Gone">Uses that are not there at the end, also those that only came in between.</param>
/// <param name="Files">The files with uses at the end, in order.</param>
public sealed record TokenFlow(string Token, string Kind, int UsesBefore, int Uses, int Come, int Gone, IReadOnlyList<string> Files);
