using Warder.Engine.Auditing;
using Warder.Engine.Exposure.Flow;
using Warder.Engine.Findings;
using Warder.Engine.Rules.Use;
using Warder.Pipelines;

namespace Warder.Engine.Rules.Permissions;

/// <summary>Finds jobs that may ask for an identity token and also run code that others can change.</summary>
public sealed class OidcBesideUntrustedCode : Rule
{
    private const int MaxNamed = 4;
    private static readonly string[] Trusted = ["actions/", "github/"];

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "oidc-beside-untrusted-code",
        Title = "An identity token within reach of code that others can change",
        Category = RuleCategory.Permissions,
        Severity = Severity.Error,
        Confidence = Confidence.Medium,
        Compliance = ["CICD-SEC-4", "CICD-SEC-5", "NHI-8"],
    };

    /// <inheritdoc/>
    public override void VisitJob(PipelineContext context, Job job)
    {
        var granted = job.EffectivePermissions;
        if (granted is not { Form: PermissionForm.Map } || granted.LevelOf("id-token") != GrantLevel.Write || job.Call is not null)
        {
            return;
        }

        var grant = granted.Grants.First(g => g.Permission == "id-token");
        var found = job.Steps.Select(s => (Step: s, What: WhatOf(context, job, s)!)).Where(s => s.What is not null).ToList();
        if (found.Count == 0)
        {
            return;
        }

        context.Report(this, new FindingDraft
        {
            Span = grant.PermissionSpan,
            Job = job.Id,
            Message = $"Job {job.Id} may ask for an identity token, and {Words(found)}",
            Why = "Code that runs in the job can take the identity and publish or sign in with it",
            Hint = "Build in a job without `id-token`, and let a second one with pinned actions only publish what was built",
            Related = [.. found.Select(f => new RelatedPlace(Location.Of(context.Source, f.Step.Action?.Span ?? f.Step.Script!.Body.Span), $"This step {f.What}"))],
            Identity = "id-token",
        });
    }

    private static string? WhatOf(PipelineContext context, Job job, Step step)
    {
        if (step.Action is not { } action)
        {
            return DependencyScripts.In(context, job, step) is { } install ? $"runs the scripts of dependencies (`{install}`)"
                : DownloadedProgram.In(context, job, step) is { } program ? $"downloads and runs a package whose version is not fixed (`{program}`)"
                : null;
        }

        if (CacheRestore.ReachesPrograms(context, job, step))
        {
            return "restores a cache";
        }

        return action.Name is not { } name || ForeignAction.IsCommit(action.Reference) || Array.Exists(Trusted, t => name.StartsWith(t, StringComparison.Ordinal))
            ? null
            : $"runs {name} by a reference that can move";
    }

    /// <summary>The steps, each with what it does.</summary>
    private static string Words(List<(Step Step, string What)> found)
    {
        var named = found.Take(MaxNamed).Select(f => $"its {(f.Step.Label.StartsWith("step ", StringComparison.Ordinal) ? "" : "step ")}{f.Step.Label} {f.What}").ToList();
        return found.Count > MaxNamed ? $"{string.Join(", ", named)}, and {found.Count - MaxNamed} more do the like" : UsePlaces.Join(named);
    }
}
