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
        var secrets = new SortedSet<string>(StringComparer.Ordinal);
        var others = false;
        foreach (var use in context.Uses)
        {
            if (!use.Explicit || use.Scope is UseScope.Document or UseScope.Configuration)
            {
                continue;
            }

            others = true;
            if (use.Token.Kind is not (TokenKind.DefaultToken or TokenKind.Oidc) && !(use.Token.Kind == TokenKind.Secret && repository.Facts.SecretNames.IsIdentifier(use.Token.Name)))
            {
                secrets.Add(use.Token.Name);
            }
        }

        // A registry that is there and cannot be decoded is a diagnostic, not a missing one.
        if (!others || repository.Files.Exists(path) || (repository.Policy.RegistryPath is null && TokenRegistry.DefaultPaths.Any(repository.Files.Exists)))
        {
            return;
        }

        var onlyDefault = secrets.Count == 0;
        context.ReportAtPath(this, path, new FindingDraft
        {
            Span = default(TextSpan),
            Severity = onlyDefault ? Severity.Info : null,
            Message = onlyDefault
                ? "There is no token registry; this repository's automation uses the default token only"
                : $"There is no token registry for the {Counted(secrets.Count)} that this repository's automation uses",
            Why = "Without a registry nobody can say which token may be used where, who answers for it and when it must be replaced",
            Hint = "`warder registry discover --write` writes one from what is used here",
        });
    }

    private static string Counted(int count) => count == 1 ? "one token" : $"{count} tokens";
}
