namespace Warder.Pipelines.GitHub.Reading;

/// <summary>What the expressions of one scalar refer to.</summary>
/// <param name="FirstUse">The index of its first token use, in the order in which they were found.</param>
/// <param name="Tokens">Its tokens; their uses follow each other.</param>
/// <param name="EnvironmentReads">The environment variables that it reads.</param>
internal sealed record ScalarReferences(int FirstUse, IReadOnlyList<FoundToken> Tokens, IReadOnlyList<FoundVariable> EnvironmentReads);
