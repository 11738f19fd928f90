using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Pipelines;

namespace Warder.Engine.Rules.Use;

/// <summary>Finds expressions that take every secret, or one whose name is computed.</summary>
public sealed class AllSecrets : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "all-secrets",
        Title = "Every secret at once",
        Category = RuleCategory.Use,
        Severity = Severity.Error,
        Compliance = ["CICD-SEC-2", "CICD-SEC-5", "CICD-SEC-6", "NHI-2", "NHI-5"],
        Aliases =
        [
            new RuleAlias("zizmor", "overprovisioned-secrets"),
            new RuleAlias("poutine", "job_all_secrets"),
            new RuleAlias("codeql", "actions/excessive-secrets-exposure"),
        ],
    };

    /// <inheritdoc/>
    public override void VisitTokenUse(PipelineContext context, TokenUse use)
    {
        if (use.Token.Kind is not (TokenKind.All or TokenKind.Dynamic))
        {
            return;
        }

        var isAll = use.Token.Kind == TokenKind.All;
        context.Report(this, new FindingDraft
        {
            Span = use.Span,
            Use = use,
            Message = isAll
                ? $"Every secret is handed to {UsePlaces.Of(use)}"
                : $"The name of this secret is computed, so {UsePlaces.Of(use)} is handed every secret",
            Why = isAll
                ? "Whoever gets into this run gets every secret of the repository and organization that it can see"
                : "The runner gets only the secrets whose names are written; a computed name makes it get all of them",
            Hint = isAll
                ? "Name the secrets that are needed, each in an `env` of its own step"
                : "Name each secret, and choose between them with a condition: `${{ inputs.target == 'a' && secrets.A || secrets.B }}`",
            Identity = context.Source.GetText(use.Span),
        });
    }
}
