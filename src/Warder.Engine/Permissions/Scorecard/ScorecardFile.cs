using Warder.Pipelines;

namespace Warder.Engine.Permissions.Scorecard;

/// <summary>What the Token-Permissions check of OpenSSF Scorecard looks at in one workflow.</summary>
/// <param name="Path">The file.</param>
/// <param name="Top">The grant at the top; null where none is written.</param>
/// <param name="Jobs">The grant of each job; null where none is written.</param>
/// <param name="Exempt">Permissions that the check lets jobs of such a workflow write.</param>
public sealed record ScorecardFile(string Path, PermissionSet? Top, IReadOnlyList<PermissionSet?> Jobs, IReadOnlyCollection<string> Exempt);
