using Warder.Engine.Auditing;
using Warder.Engine.Facts;
using Warder.Engine.Findings;
using Warder.Pipelines;

namespace Warder.Engine.Rules.Use;

/// <summary>Finds stored credentials that are still used although the repository signs in to their provider with an identity token.</summary>
public sealed class SupersededCredential : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "superseded-credential",
        Title = "A stored credential beside an identity token for the same provider",
        Category = RuleCategory.Use,
        Severity = Severity.Warning,
        Compliance = ["CICD-SEC-6", "NHI-1", "NHI-4", "NHI-7"],
        Aliases = [new RuleAlias("zizmor", "use-trusted-publishing")],
    };

    /// <inheritdoc/>
    public override void VisitRepository(RepositoryContext context)
    {
        var signingIn = context.Uses.Where(u => u.Token.Kind == TokenKind.Oidc).Select(u => u.Path).Distinct(StringComparer.Ordinal).ToList();
        if (signingIn.Count == 0)
        {
            return;
        }

        foreach (var provider in context.Repository.Facts.Providers.WithOidc)
        {
            var candidates = context.Uses.Where(u => IsCandidate(context.Repository, u, provider)).ToList();
            if (candidates.Count > 0 && FindProof(context.Repository, signingIn, provider) is { } proof)
            {
                Report(context, provider, candidates, proof);
            }
        }
    }

    private static bool IsCandidate(Repository repository, TokenUse use, CredentialProvider provider) =>
        use.Scope is not (UseScope.ScriptFile or UseScope.Document or UseScope.Configuration or UseScope.CallSecret)
        && StaticCredentials.Is(use, provider, repository.Facts.SecretNames)
        && repository.LocalPipelines.FindWorkflow(use.Path) is { } pipeline
        && !StaticCredentials.IsExcepted(pipeline, use, provider);

    private static (string Job, Location Place)? FindProof(Repository repository, List<string> paths, CredentialProvider provider)
    {
        foreach (var path in paths)
        {
            if (repository.LocalPipelines.FindWorkflow(path) is { } pipeline && OidcSignIn.Find(pipeline, provider) is { } found)
            {
                return (found.Job.Id, Location.Of(pipeline.Source, found.Step.Action?.Span ?? found.Step.Span));
            }
        }

        return null;
    }

    private void Report(RepositoryContext context, CredentialProvider provider, List<TokenUse> candidates, (string Job, Location Place) proof)
    {
        foreach (var group in candidates.GroupBy(u => (u.Path, u.Token)))
        {
            var use = group.First();
            context.ReportAtUse(this, use, new FindingDraft
            {
                Span = use.Span,
                Message = $"{use.Token.Name} is still used, although job {proof.Job} signs in to {provider.Name} with an identity token",
                Why = "A stored credential that was left behind still works for whoever finds it",
                Hint = $"Sign in with the identity token here too, then delete {use.Token.Name} and revoke it at {provider.Name}",
                Related =
                [
                    new RelatedPlace(proof.Place, $"Signs in to {provider.Name} with an identity token"),
                    .. ScriptTokens.PlacesOf(group.Skip(1), "Used here too"),
                ],
            });
        }
    }
}
