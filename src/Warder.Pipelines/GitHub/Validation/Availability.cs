namespace Warder.Pipelines.GitHub.Validation;

/// <summary>The contexts and functions that an expression at some place may use.</summary>
/// <param name="Contexts">A bit for each context, in the order of the data.</param>
/// <param name="Functions">A bit for each function that is not known everywhere, in the order of the data.</param>
/// <param name="Names">The contexts' names for people.</param>
internal sealed record Availability(uint Contexts, uint Functions, string Names);
