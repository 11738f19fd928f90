using Warder.Syntax;

namespace Warder.Engine.Permissions;

/// <summary>The line that makes a permission necessary.</summary>
/// <param name="Path">The file.</param>
/// <param name="Position">Where in it.</param>
/// <param name="Step">The step's label; null outside steps.</param>
/// <param name="Text">What needs it: <c>actions/checkout@v4</c>, <c>gh pr create</c>.</param>
/// <param name="Basis">Where the fact is from that says so.</param>
/// <param name="Condition">What must hold where it is only possible; null where that is not one condition.</param>
/// <param name="Via">The calls that lead there from the job, outermost first: a local action, a called workflow, a script.</param>
public sealed record NeedReason(
    string Path,
    LinePosition Position,
    string? Step,
    string Text,
    string? Basis,
    string? Condition,
    IReadOnlyList<string> Via)
{
    /// <summary>Whether the platform does not start the workflow without it: a job of a called workflow asks for it in writing.</summary>
    public bool RefusesStart { get; init; }
}
