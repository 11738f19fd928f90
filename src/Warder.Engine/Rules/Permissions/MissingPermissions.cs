using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Permissions;
using Warder.Pipelines;

namespace Warder.Engine.Rules.Permissions;

/// <summary>Finds workflows with jobs for which no grant is written, so that settings decide what their token may do.</summary>
public sealed class MissingPermissions : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "missing-permissions",
        Title = "No permissions are written for a job",
        Category = RuleCategory.Permissions,
        Severity = Severity.Warning,
        Fixable = true,
        Compliance = ["CICD-SEC-5", "NHI-5"],
        Aliases =
        [
            new RuleAlias("zizmor", "excessive-permissions"),
            new RuleAlias("codeql", "actions/missing-workflow-permissions"),
            new RuleAlias("scorecard", "Token-Permissions"),
            new RuleAlias("poutine", "default_permissions_on_risky_events"),
        ],
    };

    /// <inheritdoc/>
    public override void VisitPipeline(PipelineContext context)
    {
        var undeclared = context.Permissions.Where(j => j.Granted is null).ToList();
        if (context.Pipeline.Kind != PipelineKind.Workflow || undeclared.Count == 0)
        {
            return;
        }

        var first = context.Pipeline.Jobs.First(j => j.Id == undeclared[0].Needs.Job);
        context.Report(this, new FindingDraft
        {
            Span = first.KeySpan,
            Job = first.Id,
            Severity = SeverityOf(context, undeclared),
            Message = $"No `permissions` are written for {GrantPlace.Names(undeclared)}",
            Why = "The settings of the repository decide then, which a file does not show; they may let the token write everything",
            Hint = HintOf(undeclared),
            Identity = "undeclared",
        });
    }

    private static Severity? SeverityOf(PipelineContext context, List<JobPermissions> undeclared)
    {
        var pipeline = context.Pipeline;
        if (pipeline.Triggers.Count > 0 && pipeline.Triggers.All(t => t.Reach.InheritsCaller))
        {
            // The caller's grant holds.
            return Severity.Info;
        }

        // A stranger's run that reaches none of the jobs has none of their tokens.
        var jobs = pipeline.Jobs.Where(j => undeclared.Exists(u => u.Needs.Job == j.Id)).ToList();
        return pipeline.Triggers.Any(t => t.Reach is { StartedByAnyone: true, ForkTokenLevel: GrantLevel.Write } && jobs.Exists(j => context.StrangerRuns.Reach(t, j))) ? Severity.Error : null;
    }

    private static string HintOf(List<JobPermissions> undeclared)
    {
        if (undeclared.Find(j => !j.Needs.IsResolved) is { } open)
        {
            // With `{}` at the top such a job would lose what it has.
            var known = GrantPlace.PerJob(undeclared.Where(j => j.Needs.IsResolved), withIdle: true);
            return $"Write what each job needs{(known.Length > 0 ? $": {known}" : "")}; of job {open.Needs.Job} it is unknown because {GrantPlace.Unknown(open)}";
        }

        var needed = GrantPlace.PerJob(undeclared, withIdle: false, before: "`permissions: {}` at the top");
        return needed.Length == 0
            ? $"Write `permissions: {{}}`: {(undeclared.Count == 1 ? "the job needs" : "the jobs need")} nothing"
            : $"Write {needed}";
    }
}
