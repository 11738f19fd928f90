using Warder.Engine.Facts;
using Warder.Pipelines;

namespace Warder.Engine.Permissions.Proof;

/// <summary>A permission that somebody must hold.</summary>
/// <param name="Permission">The permission.</param>
/// <param name="Level">The level.</param>
/// <param name="Or">Permissions of which one serves instead.</param>
/// <param name="IsAppOnly">Whether only apps and personal tokens can have it.</param>
internal readonly record struct Requirement(string Permission, GrantLevel Level, IReadOnlyList<string> Or, bool IsAppOnly)
{
    public static Requirement Of(FactNeed need) => new(need.Permission, need.Level, need.Or, need.IsAppOnly);

    public static Requirement Of(string permission, GrantLevel level) => new(permission, level, [], IsAppOnly: false);

    /// <summary>One of several permissions; those that a workflow can grant come first.</summary>
    public static Requirement Of(IReadOnlyList<FactPermission> anyOf)
    {
        var usable = anyOf.Where(p => !p.IsAppOnly).ToList();
        var from = usable.Count > 0 ? usable : [.. anyOf];
        return new Requirement(
            from[0].Permission,
            from[0].Level,
            [.. from.Skip(1).Where(p => p.Level == from[0].Level).Select(p => p.Permission)],
            usable.Count == 0);
    }
}
