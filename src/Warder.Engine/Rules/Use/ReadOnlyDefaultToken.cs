using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Permissions;
using Warder.Pipelines;

namespace Warder.Engine.Rules.Use;

/// <summary>Finds the forbidden default token where it can only read.</summary>
public sealed class ReadOnlyDefaultToken : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "read-only-default-token",
        Title = "The default token is used, but can only read",
        Category = RuleCategory.Use,
        Severity = Severity.Warning,
        SourceType = "GITHUB_TOKEN_READONLY",
        Compliance = ["CICD-SEC-2", "NHI-9"],
    };

    /// <inheritdoc/>
    public override void VisitTokenUse(PipelineContext context, TokenUse use)
    {
        if (!use.Explicit || use.Token.Kind != TokenKind.DefaultToken)
        {
            return;
        }

        var reach = EffectiveGrants.At(context.Pipeline, use);
        if (DefaultTokenRulings.Of(context.Repository, reach) != DefaultTokenRuling.Tolerated)
        {
            return;
        }

        context.Report(this, new FindingDraft
        {
            Span = use.Span,
            Use = use,
            Message = use.Job is null
                ? "GITHUB_TOKEN is used; the grants of every job here are read-only, so it is tolerated"
                : $"GITHUB_TOKEN is used; the grants of {UsePlaces.Of(use)} are read-only, so it is tolerated",
            Why = "The policy tolerates reading with it: the next grant makes this a violation",
            Hint = DefaultTokenRulings.Hint(context.Repository),
        });
    }
}
