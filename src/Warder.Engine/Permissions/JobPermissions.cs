using System.Collections.Frozen;
using Warder.Engine.Permissions.Scorecard;
using Warder.Pipelines;

namespace Warder.Engine.Permissions;

/// <summary>Need against grant of one job.</summary>
public sealed class JobPermissions
{
    /// <summary>What everybody may read of a public repository.</summary>
    private static readonly FrozenSet<string> PublicReads =
        FrozenSet.Create(StringComparer.Ordinal, "actions", "attestations", "checks", "contents", "deployments", "discussions", "issues", "packages", "pages", "pull-requests", "statuses");

    private const string Identity = "id-token";
    private const string Issues = "issues";
    private const string PullRequests = "pull-requests";

    private JobPermissions(JobNeeds needs, Job job, ScorecardFile file, IReadOnlyList<PermissionRow> rows)
    {
        Needs = needs;
        Granted = job.EffectivePermissions;
        IsOwnGrant = job.Permissions is not null;
        File = file;
        Rows = rows;
    }

    /// <summary>What Scorecard looks at in the job's file.</summary>
    public ScorecardFile File { get; }

    /// <summary>What the job needs.</summary>
    public JobNeeds Needs { get; }

    /// <summary>The grant in force; null where none is written.</summary>
    public PermissionSet? Granted { get; }

    /// <summary>Whether the grant is written at the job, not at the top of the file.</summary>
    public bool IsOwnGrant { get; }

    /// <summary>Each permission that is needed or granted, sorted by name.</summary>
    public IReadOnlyList<PermissionRow> Rows { get; }

    /// <summary>
    /// The permissions to grant, sorted by name: all that is needed for certain, and what is perhaps needed as far as the job has it
    /// now; <see cref="PermissionRow.AtMost"/> is the level to write.
    /// </summary>
    public IEnumerable<PermissionRow> Recommended => Rows
        .Where(r => r.Verdict != RowVerdict.Impossible)
        .Select(r => r with { AtMost = ToWrite(r) })
        .Where(r => r.AtMost > GrantLevel.None);

    /// <summary>What to think of the grant.</summary>
    public JobVerdict Verdict
    {
        get
        {
            if (Rows.Any(r => r.Verdict == RowVerdict.Missing))
            {
                return JobVerdict.Insufficient;
            }

            if (!Needs.IsResolved || Granted is { Form: PermissionForm.Invalid })
            {
                return JobVerdict.Unknown;
            }

            if (Granted is null)
            {
                return JobVerdict.Undeclared;
            }

            return Rows.Any(r => r.Verdict == RowVerdict.Excess) ? JobVerdict.Excessive : JobVerdict.Least;
        }
    }

    /// <summary>Compares the needs of a workflow's jobs with their grants, in the order of the file.</summary>
    /// <param name="pipeline">The workflow.</param>
    /// <param name="needs">The needs of its jobs.</param>
    /// <param name="scopes">Every permission that a workflow can grant.</param>
    public static IReadOnlyList<JobPermissions> Of(Pipeline pipeline, IReadOnlyList<JobNeeds> needs, IReadOnlyList<string> scopes)
    {
        if (needs.Count == 0)
        {
            return [];
        }

        var file = new ScorecardFile(pipeline.Path, pipeline.Permissions, [.. pipeline.Jobs.Select(j => j.Permissions)], ScorecardExemptions.Of(pipeline));
        return [.. pipeline.Jobs.Zip(needs, (job, need) => new JobPermissions(need, job, file, RowsOf(need, job.EffectivePermissions, scopes)))];
    }

    /// <summary>The job lives without what it has not; settings decide what it has where nothing is written, and never give it an identity token.</summary>
    private static GrantLevel ToWrite(PermissionRow row)
    {
        var now = row.Granted ?? (row.Permission == Identity ? GrantLevel.None : row.AtMost);
        return row.AtMost <= now ? row.AtMost : row.Certain > now ? row.Certain : now;
    }

    private static List<PermissionRow> RowsOf(JobNeeds needs, PermissionSet? granted, IReadOnlyList<string> scopes)
    {
        var byPermission = new SortedDictionary<string, List<Need>>(StringComparer.Ordinal);
        foreach (var need in needs.Default.All)
        {
            var name = NeedChoice.Of(need, needs.Default.All, granted);
            if (!byPermission.TryGetValue(name, out var list))
            {
                byPermission[name] = list = [];
            }

            list.Add(need);
        }

        foreach (var name in GrantedNames(granted, scopes))
        {
            byPermission.TryAdd(name, []);
        }

        return [.. byPermission.Select(p => Row(p.Key, p.Value, OtherSide(p.Key, needs.Default.All, granted), granted, p.Key == Identity ? needs.Default.Unknowns.All(q => q.LeavesIdentity) : needs.IsResolved))];
    }

    /// <summary>
    /// What may be needed of a permission that serves instead of the one that was chosen. One request labels and comments issues and pull
    /// requests; the documentation lets either permission serve, but where the number is that of a pull request the platform has refused
    /// <c>issues</c> alone. Of two that are granted, neither is called spare.
    /// </summary>
    private static GrantLevel OtherSide(string name, IReadOnlyList<Need> all, PermissionSet? granted) => name is Issues or PullRequests && granted?.LevelOf(name == Issues ? PullRequests : Issues) == GrantLevel.Write
        ? Highest(all.Where(n => n.Level == GrantLevel.Write && n.Or.Count > 0 && n.IsServedBy(Issues) && n.IsServedBy(PullRequests)))
        : GrantLevel.None;

    private static IEnumerable<string> GrantedNames(PermissionSet? granted, IReadOnlyList<string> scopes) => granted?.Form switch
    {
        PermissionForm.Map => granted.Grants.Where(g => g.Level > GrantLevel.None).Select(g => g.Permission),
        PermissionForm.ReadAll or PermissionForm.WriteAll => scopes.Where(s => granted.LevelOf(s) > GrantLevel.None),
        _ => [],
    };

    private static PermissionRow Row(string name, List<Need> needs, GrantLevel otherSide, PermissionSet? granted, bool isResolved)
    {
        var certain = Highest(needs.Where(n => n.Certainty == Certainty.Certain));
        var level = granted?.LevelOf(name);
        var atMost = level == GrantLevel.Write && otherSide == GrantLevel.Write ? otherSide : Highest(needs);
        var verdict = needs.Any(n => n.IsAppOnly) ? RowVerdict.Impossible : Compare(needs.Exists(n => n.RefusesStart) ? null : name, certain, atMost, level, isResolved);
        return new PermissionRow(name, certain, atMost, level, verdict, needs);
    }

    // A read that everybody has is not missed, except where the platform asks for it before it starts: no name then.
    private static RowVerdict Compare(string? name, GrantLevel certain, GrantLevel atMost, GrantLevel? granted, bool isResolved)
    {
        if (granted is not { } level)
        {
            return RowVerdict.Unseen;
        }

        if (level < certain)
        {
            return certain == GrantLevel.Read && name is not null && PublicReads.Contains(name) ? RowVerdict.MissingIfPrivate : RowVerdict.Missing;
        }

        if (level > atMost)
        {
            return isResolved ? RowVerdict.Excess : RowVerdict.Unknown;
        }

        return level == certain && certain == atMost ? RowVerdict.Right : RowVerdict.Perhaps;
    }

    private static GrantLevel Highest(IEnumerable<Need> needs) => needs.Select(n => n.Level).DefaultIfEmpty(GrantLevel.None).Max();
}
