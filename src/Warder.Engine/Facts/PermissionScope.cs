using Warder.Engine.Registry;
using Warder.Pipelines;

namespace Warder.Engine.Facts;

/// <summary>A permission that exists.</summary>
public sealed class PermissionScope
{
    /// <summary>Where it can be named.</summary>
    public required PermissionKind Kind { get; init; }

    /// <summary>Its name as that place spells it.</summary>
    public required string Name { get; init; }

    /// <summary>Its levels; empty where it has none.</summary>
    public required IReadOnlyList<GrantLevel> Levels { get; init; }

    /// <summary>The risk by level; for a permission without levels under <see cref="GrantLevel.None"/>.</summary>
    public required IReadOnlyDictionary<GrantLevel, RiskLevel> Risks { get; init; }

    /// <summary>What harm it can do, a few words.</summary>
    public required string Reason { get; init; }

    /// <summary>The risk of a level; of the permission where it has no levels; of its highest level where none is given.</summary>
    public RiskLevel RiskOf(GrantLevel? level)
    {
        if (Levels.Count == 0)
        {
            return Risks.GetValueOrDefault(GrantLevel.None);
        }

        return level is { } given ? Risks.GetValueOrDefault(given) : Risks.Values.Max();
    }
}
