using Warder.Pipelines;

namespace Warder.Engine.Permissions;

/// <summary>Chooses the permission for a need that one of several serves.</summary>
internal static class NeedChoice
{
    /// <summary>The one that is needed anyway, else one that is granted, be it at a lower level, else the first.</summary>
    public static string Of(Need need, IReadOnlyList<Need> all, PermissionSet? granted)
    {
        if (need.Or.Count == 0)
        {
            return need.Permission;
        }

        foreach (var other in all)
        {
            if (other.Or.Count == 0 && other.Level >= need.Level && other.Certainty >= need.Certainty && need.IsServedBy(other.Permission))
            {
                return other.Permission;
            }
        }

        if (granted is { Form: PermissionForm.Map } && granted.Grants.FirstOrDefault(g => g.Level >= need.Level && need.IsServedBy(g.Permission)) is { } grant)
        {
            return grant.Permission;
        }

        // What the job works with at a lower level says what it works on; two needs with the same choices go together.
        return all.Where(n => n.Or.Count == 0 && need.IsServedBy(n.Permission)).OrderByDescending(n => n.Certainty).FirstOrDefault()?.Permission
            ?? granted?.Grants.FirstOrDefault(g => g.Level > GrantLevel.None && need.IsServedBy(g.Permission))?.Permission
            ?? need.Permission;
    }
}
