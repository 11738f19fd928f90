using Warder.Engine.Permissions;
using Warder.Pipelines;
using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Fixes;

/// <summary>
/// Writes the permissions that jobs need: where none are written, in place of <c>write-all</c> and <c>read-all</c>, and without what
/// is not needed. A job with an unknown need keeps what it has.
/// </summary>
public sealed class MinimalPermissionsFixer : Fixer
{
    /// <inheritdoc/>
    public override string Rule => "excessive-permissions";

    /// <inheritdoc/>
    public override void Propose(PipelineFixContext context)
    {
        if (context.Pipeline.Kind != PipelineKind.Workflow || context.Permissions.Count == 0 || context.Pipeline.Problems.Count > 0)
        {
            return;
        }

        if (Unknown(context) is { } unknown)
        {
            context.Decline(Rule, unknown.PermissionSpan.Start, $"`{unknown.Permission}` is no permission that Warder knows; what needs it is not known either");
            return;
        }

        foreach (var job in context.Permissions.Where(j => j.IsOwnGrant))
        {
            Narrow(context, job);
        }

        var inherited = context.Permissions.Where(j => !j.IsOwnGrant).ToList();
        if (inherited.Count > 0 && (context.Pipeline.Permissions is null || inherited.Exists(IsTooWide)))
        {
            new TopGrant(context, inherited).Propose(Rule);
        }
    }

    private static Grant? Unknown(PipelineFixContext context) =>
        context.Permissions.Select(j => j.Granted).Append(context.Pipeline.Permissions).OfType<PermissionSet>()
            .SelectMany(p => p.Grants).FirstOrDefault(g => context.Repository.Facts.Scopes.FindInWorkflow(g.Permission) is null);

    private static bool IsTooWide(JobPermissions job) => job.Rows.Any(r => r.Verdict is RowVerdict.Excess or RowVerdict.Unknown);

    /// <summary>Takes away from a job's own grant what it does not need.</summary>
    private void Narrow(PipelineFixContext context, JobPermissions job)
    {
        var granted = job.Granted!;
        if (!job.Rows.Any(r => r.Verdict is RowVerdict.Excess or RowVerdict.Unknown) || granted.Form == PermissionForm.Invalid)
        {
            return;
        }

        if (!job.Needs.IsResolved)
        {
            context.Decline(Rule, granted.Span.Start, $"the need of job {job.Needs.Job} is unknown because {Because(job)}");
            return;
        }

        // What is granted and perhaps needed stays; what is not granted is not added here.
        var kept = job.Rows.Where(r => r.AtMost > GrantLevel.None && r.Granted > GrantLevel.None)
            .Select(r => r with { AtMost = r.AtMost < r.Granted!.Value ? r.AtMost : r.Granted.Value }).ToList();
        var edits = GrantEdit.Rewrite(context.Pipeline.Source, granted, kept);
        if (edits.Count == 0)
        {
            context.Decline(Rule, granted.Span.Start, $"the grant of job {job.Needs.Job} is written in a way that is not edited");
            return;
        }

        context.Add(new FixDraft
        {
            Rule = Rule,
            Offset = granted.Span.Start,
            Description = $"Grant job {job.Needs.Job} only what it needs: {PermissionLines.Flow(kept)}",
            Edits = edits,
            Changes = [FixPath.Of("jobs", job.Needs.Job, "permissions")],
        });
    }

    internal static string Because(JobPermissions job) => $"{job.Needs.Default.Unknowns[0].Subject}: {job.Needs.Default.Unknowns[0].Because}";
}
