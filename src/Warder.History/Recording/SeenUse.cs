namespace Warder.History.Recording;

/// <summary>A use of a token as one run saw it.</summary>
/// <param name="Identity">What makes it the same use in another run: never a line number.</param>
/// <param name="Token">The token.</param>
/// <param name="Kind">What kind of token.</param>
/// <param name="Path">The file.</param>
/// <param name="Scope">Where in the pipeline it stands.</param>
/// <param name="Job">The job.</param>
/// <param name="Step">The step.</param>
/// <param name="Consumer">Who takes it.</param>
public sealed record SeenUse(string Identity, string Token, string Kind, string Path, string Scope, string? Job, string? Step, string? Consumer);
