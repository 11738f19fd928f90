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
        if (with.Count == 0)
        {
            ReportReaders(context, grant, without);
            return;
        }

        if (without.Count == 0)
        {
            return;
        }

        context.Report(this, new FindingDraft
        {
            Span = grant.PermissionSpan,
            Severity = Severity.Warning,
            Message = $"`{grant.Permission}: write` is granted to every job, and {GrantPlace.Names(without)} {(without.Count == 1 ? "does" : "do")} not {(grant.Permission == "id-token" ? "need" : "write")} it",
            Why = Why,
            Hint = MovedGrant.Hint(top, grant, without, with),
            Identity = grant.Permission,
        });
    }

    /// <summary>A write at the top that no job needs and some read. Where none needs any of it, it is unused, which is another rule's word.</summary>
    private void ReportReaders(PipelineContext context, Grant grant, List<JobPermissions> jobs)
    {
        var readers = jobs.Where(j => j.Rows.Any(r => r.Permission == grant.Permission && r.AtMost == GrantLevel.Read)).ToList();
        if (readers.Count == 0)
        {
            return;
        }

        context.Report(this, new FindingDraft
        {
            Span = grant.LevelSpan,
            Message = $"`{grant.Permission}: write` is granted to every job, and none writes it; {GrantPlace.Names(readers)} {(readers.Count == 1 ? "needs" : "need")} to read only",
            Why = Why,
            Hint = $"Write `{grant.Permission}: read`",
            Identity = grant.Permission,
        });
    }
}
