using Warder.Engine.Auditing;
using Warder.Engine.Auditing.Caching;
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
    public override object? Gather(PipelineContext context)
    {
        var signsIn = false;
        var hasSecret = false;
        foreach (var use in context.Uses)
        {
            signsIn |= use.Token.Kind == TokenKind.Oidc;
            hasSecret |= use.Token.Kind == TokenKind.Secret;
        }

        if (!signsIn && !hasSecret)
        {
            return null;
        }

        var kept = new Credentials([], []);
        foreach (var provider in context.Repository.Facts.Providers.WithOidc)
        {
            if (signsIn && OidcSignIn.Find(context.Pipeline, provider) is { } found)
            {
                kept.SignIns.Add((provider, found.Job.Id, Location.Of(context.Source, found.Step.Action?.Span ?? found.Step.Span)));
            }

            kept.Stored.AddRange(context.Uses.Where(u => IsCandidate(context, u, provider)).Select(u => (provider, u)));
        }

        return kept.SignIns.Count + kept.Stored.Count == 0 ? null : kept;
    }

    /// <inheritdoc/>
    internal override bool TryWriteGathered(CacheWriter to, object kept)
    {
        var credentials = (Credentials)kept;
        to.Write(credentials.SignIns, (w, signIn) =>
        {
            w.Write(signIn.Provider.Name);
            w.Write(signIn.Job);
            PlaceFormat.Write(w, signIn.Place);
        });
        to.Write(credentials.Stored, (w, stored) =>
        {
            w.Write(stored.Provider.Name);
            TokenUseFormat.WriteOne(w, stored.Use);
        });
        return true;
    }

    /// <inheritdoc/>
    internal override object ReadGathered(CacheReader from, Repository repository)
    {
        var providers = repository.Facts.Providers.All.ToDictionary(p => p.Name, StringComparer.Ordinal);
        return new Credentials(
            [.. from.ReadList(r => (providers[r.ReadWord()], r.ReadWord(), PlaceFormat.ReadLocation(r)))],
            [.. from.ReadList(r => (providers[r.ReadWord()], TokenUseFormat.ReadOne(r)))]);
    }

    /// <inheritdoc/>
    public override void VisitRepository(RepositoryContext context)
    {
        var kept = context.Gathered<Credentials>(this).ToList();
        foreach (var signIn in kept.SelectMany(k => k.SignIns).DistinctBy(s => s.Provider.Name, StringComparer.Ordinal))
        {
            var stored = kept.SelectMany(k => k.Stored).Where(s => s.Provider == signIn.Provider).Select(s => s.Use);
            Report(context, signIn.Provider, stored, (signIn.Job, signIn.Place));
        }
    }

    private static bool IsCandidate(PipelineContext context, TokenUse use, CredentialProvider provider) =>
        use.Scope != UseScope.CallSecret
        && StaticCredentials.Is(use, provider, context.Repository.Facts.SecretNames)
        && !StaticCredentials.IsExcepted(context.Pipeline, use, provider);

    private void Report(RepositoryContext context, CredentialProvider provider, IEnumerable<TokenUse> candidates, (string Job, Location Place) proof)
    {
        foreach (var group in candidates.GroupBy(u => (u.Path, u.Token)))
        {
            var use = group.First();
            context.ReportAtUse(this, use, new FindingDraft
            {
                Span = use.Span,
                Confidence = StaticCredentials.IsByNameOnly(use, provider) ? Confidence.Medium : null,
                Message = $"{use.Token.Name} is still used, although job {proof.Job} signs in to {provider.Name} with an identity token",
                Why = "A stored credential that was left behind still works for whoever finds it",
                Hint = $"Sign in with the identity token here too, then delete {use.Token.Name} and revoke it at {provider.Name}",
                Related =
                [
                    new RelatedPlace(proof.Place, $"Signs in to {provider.Name} with an identity token"),
                    .. TokenGroups.PlacesOf(group.Skip(1), "Used here too"),
                ],
            });
        }
    }

    /// <summary>Where one file signs in to which provider, and the stored credentials it uses.</summary>
    private sealed record Credentials(
        List<(CredentialProvider Provider, string Job, Location Place)> SignIns,
        List<(CredentialProvider Provider, TokenUse Use)> Stored);
}
