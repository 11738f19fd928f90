using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Permissions;
using Warder.Pipelines;
using Warder.Syntax.Shell;

namespace Warder.Engine.Rules.Permissions;

/// <summary>Finds jobs that may ask for an identity token and also run code that others can change.</summary>
public sealed class OidcBesideUntrustedCode : Rule
{
    private const int CommitLength = 40;
    private static readonly string[] Trusted = ["actions/", "github/"];
    private static readonly string[] Installs = ["npm ci", "npm install", "npm i", "yarn install", "pnpm install", "pip install", "poetry install", "bundle install", "composer install"];

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
        var found = job.Steps.Select(s => (Step: s, What: WhatOf(s))).Where(s => s.What is not null).ToList();
        if (found.Count == 0)
        {
            return;
        }

        var (first, what) = found[0];
        context.Report(this, new FindingDraft
        {
            Span = grant.PermissionSpan,
            Job = job.Id,
            Message = $"Job {job.Id} may ask for an identity token, and its step {first.Label} {what}{(found.Count > 1 ? $"; {found.Count - 1} more do the like" : "")}",
            Why = "Code that runs in the job can take the identity and publish or sign in with it",
            Hint = "Build in a job without `id-token`, and let a second one with pinned actions only publish what was built",
            Related = [.. found.Select(f => new RelatedPlace(Location.Of(context.Source, f.Step.Action?.Span ?? f.Step.Script!.Body.Span), $"This step {f.What}"))],
            Identity = "id-token",
        });
    }

    private static string? WhatOf(Step step)
    {
        if (step.Action is { Name: { } name } action)
        {
            if (name is "actions/cache" or "actions/cache/restore" or "swatinem/rust-cache")
            {
                return "restores a cache";
            }

            var isPinned = action.Reference is { Length: CommitLength } reference && reference.All(char.IsAsciiHexDigit);
            return isPinned || Array.Exists(Trusted, t => name.StartsWith(t, StringComparison.Ordinal)) ? null : $"runs {name} by a reference that can move";
        }

        foreach (var install in Installs)
        {
            if (StepCommands.Find(step, install).Any(c => !StepCommands.HasOption(c, "--ignore-scripts") && !IsOfTheTool(c)))
            {
                return $"runs the scripts of dependencies (`{install}`)";
            }
        }

        return null;
    }

    // The package manager renewing itself, or a build tool of the language's own organisation.
    private static bool IsOfTheTool(ShellCommand command) =>
        command.Words.Skip(2).Any(w => w.Literal is "build" or "twine" or "pip" or "npm" or "npm@latest" || w.Characters.StartsWith("npm@", StringComparison.Ordinal));
}
