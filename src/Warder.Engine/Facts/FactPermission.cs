using Warder.Pipelines;

namespace Warder.Engine.Facts;

/// <summary>A permission of a compact fact row: <c>issues:write</c>.</summary>
/// <param name="Permission">The permission, as a workflow spells it.</param>
/// <param name="Level">The level.</param>
/// <param name="IsAppOnly">Whether only apps and personal tokens can have it.</param>
public readonly record struct FactPermission(string Permission, GrantLevel Level, bool IsAppOnly)
{
    /// <summary>Reads <c>issues:write</c>, or <c>members:read!</c> where only apps and personal tokens can have it.</summary>
    public static FactPermission Parse(string text)
    {
        var isAppOnly = text.EndsWith('!');
        var parts = text.TrimEnd('!').Split(':');
        return new FactPermission(parts[0], parts[1] == "write" ? GrantLevel.Write : GrantLevel.Read, isAppOnly);
    }
}
