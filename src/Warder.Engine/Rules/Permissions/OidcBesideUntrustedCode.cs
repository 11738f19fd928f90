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
        var steps = RunningStep.Of(context, job);
        var found = steps.Select((s, at) => (Step: s, What: WhatOf(context, job, steps, at)!)).Where(s => s.What is not null).ToList();
        if (found.Count == 0)
        {
            return;
        }

        context.Report(this, new FindingDraft
        {
            Span = grant.PermissionSpan,
            Job = job.Id,
            Message = $"Job {job.Id} may ask for an identity token, and {Words(context, found)}",
            Why = "Code that runs in the job can take the identity and publish or sign in with it",
            Hint = AsksForCertain(context, job)
                ? "Build in a job without `id-token`, and let a second one with pinned actions only publish what was built"
                : "Remove `id-token: write` if no step asks for an identity; else build in a job without it, and let a second one with pinned actions only publish what was built",
            Related = [.. found.SelectMany(f => PlacesOf(context, f.Step, f.What)).Distinct()],
            Identity = "id-token",
        });
    }

    /// <summary>Whether something in the job is known to ask for an identity token.</summary>
    private static bool AsksForCertain(PipelineContext context, Job job) =>
        context.PermissionsOf(job)?.Rows.FirstOrDefault(r => r.Permission == "id-token") is { Certain: GrantLevel.Write };

    /// <summary>Where a step is, and where the job uses the action that it is a part of.</summary>
    private static IEnumerable<RelatedPlace> PlacesOf(PipelineContext context, RunningStep step, string what)
    {
        if (IsWithin(context, step))
        {
            yield return new RelatedPlace(Location.Of(context.Source, step.Outer.Action!.Span), "The job uses the action here");
        }

        yield return new RelatedPlace(Location.Of(step.Source, step.Span), $"This step {what}");
    }

    private static string? WhatOf(PipelineContext context, Job job, IReadOnlyList<RunningStep> steps, int at)
    {
        var step = steps[at].Step;
        if (step.Action is not { } action)
        {
            return DependencyScripts.In(context, job, step) is { } install ? $"runs the scripts of dependencies (`{install}`)"
                : DownloadedProgram.In(context, steps.Take(at), step) is { } program ? $"downloads and runs a package whose version is not fixed (`{program}`)"
                : null;
        }

        if (CacheRestore.ReachesPrograms(context, job, steps[at], steps.Skip(at + 1)))
        {
            return "restores a cache";
        }

        return action.Name is not { } name || ForeignAction.IsCommit(action.Reference) || Array.Exists(Trusted, t => name.StartsWith(t, StringComparison.Ordinal))
            ? null
            : $"runs {name} by a reference that can move";
    }

    private static bool IsWithin(PipelineContext context, RunningStep step) => step.Source != context.Source;

    /// <summary>The steps of the job, each with what it does.</summary>
    private static string Words(PipelineContext context, List<(RunningStep Step, string What)> found)
    {
        var named = found
            .Select(f => $"its {(f.Step.Outer.Label.StartsWith("step ", StringComparison.Ordinal) ? "" : "step ")}{f.Step.Outer.Label} {f.What}{(IsWithin(context, f.Step) ? $" in {f.Step.Source.Path}" : "")}")
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return named.Count > MaxNamed ? $"{string.Join(", ", named.Take(MaxNamed))}, and {named.Count - MaxNamed} more do the like" : UsePlaces.Join(named);
    }
}
