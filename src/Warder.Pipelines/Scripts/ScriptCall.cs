namespace Warder.Pipelines.Scripts;

/// <summary>A script of the repository that a step runs, with the tokens that its environment holds there.</summary>
/// <param name="Path">The script, relative to the repository.</param>
/// <param name="Environment">The token behind each variable that holds one.</param>
public sealed record ScriptCall(string Path, IReadOnlyDictionary<string, TokenReference> Environment);
