using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Registry;
using Warder.Pipelines;
using Warder.Syntax;

namespace Warder.Engine.Rules.Registry;

/// <summary>Finds repositories that use tokens and declare none of them.</summary>
public sealed class RegistryMissing : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "registry-missing",
        Title = "No registry declares the tokens in use",
        Category = RuleCategory.Registry,
        Severity = Severity.Critical,
        Compliance = ["CICD-SEC-2", "CICD-SEC-6", "NHI-1"],
    };

    /// <inheritdoc/>
    public override void VisitRepository(RepositoryContext context)
    {
        var repository = context.Repository;
        if (repository.Registry is not null || repository.IsLoose)
        {
            return;
        }

        var path = repository.Policy.RegistryPath ?? TokenRegistry.DefaultPaths[0];
        var (secrets, others, isUsed) = TokensOf(context);

        // A registry that is there and cannot be decoded is a diagnostic, not a missing one.
        if (!isUsed || repository.Files.Exists(path) || (repository.Policy.RegistryPath is null && TokenRegistry.DefaultPaths.Any(repository.Files.Exists)))
        {
            return;
        }

        context.ReportAtPath(this, path, new FindingDraft
        {
            Span = default(TextSpan),

            // Who has neither a registry nor a policy never said that there should be one: that outranks no hole.
            Severity = secrets + others == 0 ? Severity.Info : !repository.ExpectsRegistry ? Severity.Warning : null,
            Message = secrets > 0 ? $"There is no token registry for the {Counted(secrets)} that this repository's automation uses"
                : others > 0 ? "There is no token registry for the secrets that this repository's automation uses without naming them"
                : "There is no token registry; this repository's automation uses the default token only",
            Why = "Without a registry nobody can say which token may be used where, who answers for it and when it must be replaced",
            Hint = "`warder registry discover --write` writes one from what is used here",
        });
    }

    /// <summary>How many secrets are tokens, how many uses name none, and whether anything is used that a registry should know.</summary>
    private static (int Secrets, int Others, bool IsUsed) TokensOf(RepositoryContext context)
    {
        var secrets = new HashSet<string>(StringComparer.Ordinal);
        var others = 0;
        var isUsed = false;
        foreach (var use in context.Uses)
        {
            // What a caller hands in has another name in the repository that owns it, and an identifier opens nothing.
            if (!use.Explicit
                || use.GivenByCaller
                || use.Scope is UseScope.Document or UseScope.Configuration
                || (use.Token.Kind == TokenKind.Secret && context.Repository.Facts.SecretNames.IsIdentifier(use.Token.Name)))
            {
                continue;
            }

            isUsed = true;
            if (use.Token.Kind == TokenKind.Secret)
            {
                secrets.Add(use.Token.Name);
            }
            else if (use.Token.Kind is not (TokenKind.DefaultToken or TokenKind.Oidc))
            {
                others++;
            }
        }

        return (secrets.Count, others, isUsed);
    }

    private static string Counted(int count) => count == 1 ? "one token" : $"{count} tokens";
}
