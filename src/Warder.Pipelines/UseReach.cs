using Warder.Syntax;

namespace Warder.Pipelines;

/// <summary>A place where a token arrives through the environment.</summary>
/// <param name="Job">The job.</param>
/// <param name="Step">The step's label.</param>
/// <param name="StepIndex">The step's position in its job, from 0.</param>
/// <param name="Via">The path, as <c>env.TOKEN</c> or <c>$TOKEN</c>.</param>
/// <param name="Consumer">The command or action that takes it; null where it is not known.</param>
/// <param name="Position">Where.</param>
public sealed record UseReach(string Job, string Step, int StepIndex, string Via, string? Consumer, LinePosition Position);
