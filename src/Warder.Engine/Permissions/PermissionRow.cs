using Warder.Pipelines;

namespace Warder.Engine.Permissions;

/// <summary>One permission of a job: what is needed and what is granted.</summary>
/// <param name="Permission">The permission.</param>
/// <param name="Certain">The level that is certainly needed.</param>
/// <param name="AtMost">The level that is needed at most, as far as is known.</param>
/// <param name="Granted">The level granted in writing; null where nothing in writing says it.</param>
/// <param name="Verdict">What to think of it.</param>
/// <param name="Needs">The needs behind it.</param>
public sealed record PermissionRow(
    string Permission,
    GrantLevel Certain,
    GrantLevel AtMost,
    GrantLevel? Granted,
    RowVerdict Verdict,
    IReadOnlyList<Need> Needs);
