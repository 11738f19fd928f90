namespace Warder.Engine.Rules.Use;

/// <summary>What is wrong with a chain of tokens.</summary>
/// <param name="Message">What.</param>
/// <param name="Why">Why it matters.</param>
/// <param name="Hint">What to do.</param>
internal sealed record ChainFlaw(string Message, string Why, string Hint);
