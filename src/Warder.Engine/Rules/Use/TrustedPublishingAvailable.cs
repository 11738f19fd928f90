using Warder.Engine.Auditing;
using Warder.Engine.Facts;
using Warder.Engine.Findings;
using Warder.Pipelines;

namespace Warder.Engine.Rules.Use;

/// <summary>Finds stored publish tokens where the package registry takes the platform's identity token.</summary>
public sealed class TrustedPublishingAvailable : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "trusted-publishing-available",
        Title = "A publish token where none is needed",
        Category = RuleCategory.Use,
        Severity = Severity.Info,
        Confidence = Confidence.Medium,
        Compliance = ["CICD-SEC-6", "NHI-4", "NHI-7"],
        Aliases = [new RuleAlias("zizmor", "use-trusted-publishing")],
    };

    /// <inheritdoc/>
    public override void VisitJob(PipelineContext context, Job job)
    {
        if (!HasSecret(context) || context.Pipeline.Kind != PipelineKind.Workflow || IsSelfHosted(job))
        {
            return;
        }

        var seen = new HashSet<TokenReference>();
        foreach (var step in job.Steps)
        {
            var uses = UsesOf(context, job, step);
            if (uses.Count == 0)
            {
                continue;
            }

            foreach (var provider in context.Repository.Facts.Providers.WithOidc)
            {
                if (provider.IsPackageRegistry && FindCredential(context, job, step, provider, uses) is { } use && seen.Add(use.Token))
                {
                    Report(context, step, provider, use);
                }
            }
        }
    }

    private static TokenUse? FindCredential(PipelineContext context, Job job, Step step, CredentialProvider provider, List<TokenUse> uses)
    {
        var use = uses.Find(u => StaticCredentials.Is(u, provider, context.Repository.Facts.SecretNames));
        return use is not null
            && PublishSteps.Publishes(context.Pipeline, job, step, provider)
            && !HasOwnRegistry(context.Repository, provider)
            && OidcSignIn.Find(context.Pipeline, provider) is null ? use : null;
    }

    private static bool HasSecret(PipelineContext context)
    {
        foreach (var use in context.Uses)
        {
            if (use.Token.Kind == TokenKind.Secret)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What the step is handed or reads, and behind that what its variables hold.</summary>
    private static List<TokenUse> UsesOf(PipelineContext context, Job job, Step step)
    {
        var uses = new List<TokenUse>();
        foreach (var use in context.Uses)
        {
            if (use.StepIndex == step.Index && use.Scope is UseScope.ActionInput or UseScope.Script && use.Job == job.Id)
            {
                uses.Add(use);
            }
        }

        foreach (var variable in step.TokenVariables)
        {
            if (context.Uses.FirstOrDefault(u => u.Span == variable.UseSpan) is { } use)
            {
                uses.Add(use);
            }
        }

        return uses;
    }

    private void Report(PipelineContext context, Step step, CredentialProvider provider, TokenUse use) => context.Report(this, new FindingDraft
    {
        Span = use.Span,
        Use = use,
        Step = step,
        Message = $"{use.Token.Name} publishes to {provider.Name}, which can take this job's identity token instead",
        Why = "A stored publish token works for whoever copies it, from anywhere, until somebody revokes it",
        Hint = $"Name this workflow as trusted publisher at {provider.Name}, grant the job `id-token: write`, and delete the token after the first publication without it",
        Identity = provider.Name,
    });

    // Only GitHub's own runners can prove who they are to every registry.
    private static bool IsSelfHosted(Job job) => job.RunnerLabels.Contains("self-hosted", StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the repository sends its packages to a host of its own.</summary>
    private static bool HasOwnRegistry(Repository repository, CredentialProvider provider) => provider.Name == "npm"
        && (Contains(repository, ".npmrc", "registry=") || Contains(repository, "package.json", "\"publishConfig\"", "\"registry\"") || Contains(repository, "package.json", "\"private\": true"));

    private static bool Contains(Repository repository, string path, params string[] words) =>
        repository.Files.Exists(path)
        && repository.Files.Read(path).Source is { } source
        && words.All(w => source.Text.Contains(w, StringComparison.Ordinal));
}
