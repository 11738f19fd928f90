namespace Warder.Pipelines.GitHub.Reading;

/// <summary>A command that reads environment variables without naming them.</summary>
/// <param name="Variables">The variables.</param>
/// <param name="FirstWins">Whether it takes the first that is set; all of them where not.</param>
/// <param name="Verbs">The first arguments with which it does; empty for any.</param>
internal sealed record ImpliedReader(string[] Variables, bool FirstWins, string[] Verbs);
