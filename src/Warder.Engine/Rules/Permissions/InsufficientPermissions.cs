using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Permissions;
using Warder.Engine.Permissions.Callers;
using Warder.Pipelines;

namespace Warder.Engine.Rules.Permissions;

/// <summary>Finds needs that the written grant of a job lacks: the step will fail when it runs.</summary>
public sealed class InsufficientPermissions : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "insufficient-permissions",
        Title = "A permission that a step needs is not granted",
        Category = RuleCategory.Permissions,
        Severity = Severity.Error,
        Compliance = ["CICD-SEC-5"],
    };

    /// <inheritdoc/>
    public override void VisitJob(PipelineContext context, Job job)
    {
        if (job.EffectivePermissions is not { Form: PermissionForm.Map or PermissionForm.ReadAll } granted || context.PermissionsOf(job) is not { } permissions)
        {
            return;
        }

        foreach (var row in permissions.Rows)
        {
            var need = row.Needs.FirstOrDefault(n => n.Certainty == Certainty.Certain && n.Level == row.Certain);
            if (need is null || row.Verdict is not (RowVerdict.Missing or RowVerdict.Impossible))
            {
                continue;
            }

            if (need.Because.FirstOrDefault(r => r.RefusesStart) is { } asked)
            {
                ReportCall(context, job, permissions, row, asked);
                continue;
            }

            if (granted.Form != PermissionForm.Map)
            {
                continue;
            }

            var reason = need.Because[0];
            context.Report(this, new FindingDraft
            {
                Span = granted.ValueSpan.Length > 0 ? FirstLine(context, granted) : job.KeySpan,
                Job = job.Id,
                Confidence = need.Or.Count > 0 ? Confidence.Medium : null,
                Message = $"Job {job.Id} needs `{row.Permission}: {Word(row.Certain)}` for {reason.Text} (line {reason.Position.Line}{OtherFile(context, reason)})",
                Why = row.Verdict == RowVerdict.Impossible
                    ? "No workflow can grant it: only an app's or a person's token can have it"
                    : "The platform refuses the request when the step runs",
                Hint = row.Verdict == RowVerdict.Impossible ? "Give the step a registered token that has it" : $"Add `{row.Permission}: {Word(row.Certain)}`{AtCallers(context, row)}",
                Identity = row.Permission,
            });
        }
    }

    private void ReportCall(PipelineContext context, Job job, JobPermissions permissions, PermissionRow row, NeedReason asked) => context.Report(this, new FindingDraft
    {
        Span = permissions.Granted is { ValueSpan.Length: > 0 } granted ? FirstLine(context, granted) : job.KeySpan,
        Job = job.Id,
        Message = $"Job {job.Id} does not grant `{row.Permission}: {Word(row.Certain)}`, and {asked.Text} (line {asked.Position.Line}{OtherFile(context, asked)})",
        Why = "A called workflow may not ask for more than its caller grants; the platform refuses to start the whole workflow",
        Hint = permissions.IsOwnGrant || !permissions.Needs.IsResolved
            ? $"Add `{row.Permission}: {Word(row.Certain)}`{AtCallers(context, row)}"
            : $"Write `permissions: {GrantPlace.Minimum(permissions)}` at job {job.Id}{AtCallers(context, row)}",
        Identity = row.Permission,
    });

    private static string AtCallers(PipelineContext context, PermissionRow row) =>
        LackingCallers.Told(context.Repository, context.Pipeline, row.Permission, row.Certain);

    private static string Word(GrantLevel level) => level == GrantLevel.Write ? "write" : "read";

    private static string OtherFile(PipelineContext context, NeedReason reason) =>
        string.Equals(reason.Path, context.Pipeline.Path, StringComparison.Ordinal) ? "" : " of " + reason.Path;

    /// <summary>The grant, or its first entry where it has several lines.</summary>
    private static Syntax.TextSpan FirstLine(PipelineContext context, PermissionSet granted)
    {
        var isOnOneLine = context.Source.GetPosition(granted.ValueSpan.Start).Line == context.Source.GetPosition(granted.ValueSpan.End).Line;
        return isOnOneLine || granted.Grants.Count == 0 ? granted.ValueSpan : granted.Grants[0].PermissionSpan;
    }
}
