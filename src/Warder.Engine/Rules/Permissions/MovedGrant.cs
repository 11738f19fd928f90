using Warder.Engine.Permissions;
using Warder.Pipelines;

namespace Warder.Engine.Rules.Permissions;

/// <summary>What to do with a grant at the top that only some jobs need.</summary>
internal static class MovedGrant
{
    /// <summary>The hint: a job with a block of its own inherits nothing, so that all it needs must stand there.</summary>
    /// <param name="top">The grants at the top.</param>
    /// <param name="grant">The one in question.</param>
    /// <param name="without">Jobs that do not need it.</param>
    /// <param name="with">Jobs that need it, or of which that is not known.</param>
    public static string Hint(PermissionSet top, Grant grant, List<JobPermissions> without, List<JobPermissions> with)
    {
        var isRead = without.Exists(j => j.Rows.Any(r => r.Permission == grant.Permission && r.AtMost == GrantLevel.Read));
        var here = isRead ? $"Write `{grant.Permission}: read` here" : "Take it away here";
        var known = GrantPlace.PerJob(with.Where(j => j.Needs.IsResolved), withIdle: false);
        var now = $"`permissions: {{ {string.Join(", ", top.Grants.Where(g => g.Level > GrantLevel.None).Select(g => $"{g.Permission}: {(g.Level == GrantLevel.Write ? "write" : "read")}"))} }}`";
        var open = with.Where(j => !j.Needs.IsResolved).ToLookup(j => j.Rows.Any(r => r.Permission == grant.Permission && r.AtMost == GrantLevel.Write));
        var (needing, unknown) = (open[true].ToList(), open[false].ToList());
        var kept = needing.Count == 0 ? "" : $"{now}, as it is now, in {GrantPlace.Names(needing)}, whose need is not fully known";
        var told = new[] { known, kept }.Where(t => t.Length > 0).ToList();
        var hint = told.Count == 0 ? here : $"{here}, and write {string.Join(" and ", told)}: a block at a job takes the place of this one";
        return unknown.Count == 0
            ? hint
            : $"{hint}; whether {GrantPlace.Names(unknown)} {(unknown.Count == 1 ? "needs" : "need")} it is not known ({GrantPlace.Unknown(unknown[0])}): if so, write {now} there, as it is now";
    }
}
