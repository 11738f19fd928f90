using Warder.Engine.Permissions.Values;

namespace Warder.Engine.Permissions.Proof;

/// <summary>A program that a step runs and that is not read.</summary>
/// <param name="Text">What runs: <c>make release</c>.</param>
/// <param name="Git">The git credential that it could push with.</param>
/// <param name="Reason">Where.</param>
internal sealed record OpaqueProgram(string Text, PossibleValue Git, NeedReason Reason);
