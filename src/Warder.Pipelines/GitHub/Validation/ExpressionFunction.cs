namespace Warder.Pipelines.GitHub.Validation;

/// <summary>A function of the expression language.</summary>
/// <param name="Name">As the documentation spells it.</param>
/// <param name="Minimum">The fewest arguments.</param>
/// <param name="Maximum">The most arguments.</param>
/// <param name="Bit">Its bit in <see cref="Availability.Functions"/>; 0 for one that is known everywhere.</param>
internal sealed record ExpressionFunction(string Name, int Minimum, int Maximum, uint Bit);
