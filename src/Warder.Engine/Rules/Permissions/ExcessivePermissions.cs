using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Permissions;
using Warder.Pipelines;

namespace Warder.Engine.Rules.Permissions;

/// <summary>Finds grants that are wider than what the jobs in their reach need.</summary>
public sealed class ExcessivePermissions : Rule
{
    private const string Why = "Whoever gets hold of the token, through an action or a line of a script, may do all that it is granted";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "excessive-permissions",
        Title = "More is granted than is needed",
        Category = RuleCategory.Permissions,
        Severity = Severity.Error,
        Fixable = true,
        Compliance = ["CICD-SEC-5", "NHI-5"],
        Aliases = [new RuleAlias("zizmor", "excessive-permissions"), new RuleAlias("scorecard", "Token-Permissions")],
    };

    /// <inheritdoc/>
    public override void VisitPipeline(PipelineContext context)
    {
        if (context.Pipeline.Kind != PipelineKind.Workflow || context.Pipeline.Permissions is not { } top)
        {
            return;
        }

        var reached = GrantPlace.UnderTop(context.Permissions);
        if (top.Form is PermissionForm.ReadAll or PermissionForm.WriteAll)
        {
            ReportAll(context, top, reached, job: null);
            return;
        }

        foreach (var grant in top.Grants)
        {
            if (grant.Level == GrantLevel.Write)
            {
                VisitTopWrite(context, top, grant, reached);
            }
        }
    }

    /// <inheritdoc/>
    public override void VisitJob(PipelineContext context, Job job)
    {
        if (job.Permissions is not { } granted || context.PermissionsOf(job) is not { } permissions)
        {
            return;
        }

        if (granted.Form is PermissionForm.ReadAll or PermissionForm.WriteAll)
        {
            ReportAll(context, granted, [permissions], job.Id);
            return;
        }

        foreach (var grant in granted.Grants)
        {
            var row = permissions.Rows.FirstOrDefault(r => r.Permission == grant.Permission);
            if (row is { Verdict: RowVerdict.Excess, AtMost: > GrantLevel.None })
            {
                context.Report(this, new FindingDraft
                {
                    Span = grant.LevelSpan,
                    Job = job.Id,
                    Message = $"Job {job.Id} is granted `{grant.Permission}: write` and needs to read only",
                    Why = Why,
                    Hint = $"Write `{grant.Permission}: read`",
                    Identity = grant.Permission,
                });
            }
        }
    }

    private void ReportAll(PipelineContext context, PermissionSet granted, List<JobPermissions> reached, string? job)
    {
        var isWrite = granted.Form == PermissionForm.WriteAll;
        if (reached.Count == 0 && !isWrite)
        {
            // Every job has a grant of its own; what a new one would read by this is no one's yet.
            return;
        }

        var open = reached.Find(j => !j.Needs.IsResolved);
        context.Report(this, new FindingDraft
        {
            Span = granted.ValueSpan,
            Job = job,
            Severity = reached.Count == 0 ? Severity.Info : isWrite ? null : Severity.Warning,
            Message = $"{(isWrite ? "`write-all` grants every permission" : "`read-all` grants reading of everything")}{(reached.Count > 0 ? $" to {GrantPlace.Names(reached)}" : ", and every job has a grant of its own")}",
            Why = Why,
            Hint = open is not null
                ? $"Write what is needed; it is unknown because {GrantPlace.Unknown(open)}"
                : reached.Count == 1 ? $"Write `permissions: {GrantPlace.Minimum(reached[0])}`"
                : GrantPlace.PerJob(reached, withIdle: false, before: "`permissions: {}` here") is { Length: > 0 } needed ? $"Write {needed}" : "Write `permissions: {}`",
            Identity = isWrite ? "write-all" : "read-all",
        });
    }

    private void VisitTopWrite(PipelineContext context, PermissionSet top, Grant grant, List<JobPermissions> reached)
    {
        var without = reached.Where(j => j.Needs.IsResolved && !j.Rows.Any(r => r.Permission == grant.Permission && r.AtMost == GrantLevel.Write)).ToList();
        var with = reached.Except(without).ToList();
        // Where no job needs any of it, it is unused, which is another rule's word.
        if (without.Count == 0 || with.Count == 0)
        {
            return;
        }

        context.Report(this, new FindingDraft
        {
            Span = grant.PermissionSpan,
            Severity = Severity.Warning,
            Message = $"`{grant.Permission}: write` is granted to every job, and {GrantPlace.Names(without)} {(without.Count == 1 ? "does" : "do")} not {(grant.Permission == "id-token" ? "need" : "write")} it",
            Why = Why,
            Hint = HintOf(top, grant, without, with),
            Identity = grant.Permission,
        });
    }

    // A job with a block of its own inherits nothing, so that all it needs must stand there.
    private static string HintOf(PermissionSet top, Grant grant, List<JobPermissions> without, List<JobPermissions> with)
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
