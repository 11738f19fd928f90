using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Policy;
using Warder.Pipelines;
using Warder.Pipelines.Documents;

namespace Warder.Engine.Rules.Use;

/// <summary>Finds documents that tell agents to use the default token although the policy is against it.</summary>
public sealed class AgentDocDefaultToken : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "agent-doc-default-token",
        Title = "A document tells agents to use the default token",
        Category = RuleCategory.Use,
        Severity = Severity.Warning,
        Compliance = ["CICD-SEC-1", "NHI-9"],
    };

    /// <inheritdoc/>
    public override void VisitDocument(DocumentContext context)
    {
        var policy = context.Repository.DefaultToken;
        if (policy is not (DefaultTokenPolicy.Forbid or DefaultTokenPolicy.ReadOnly))
        {
            return;
        }

        var advised = context.Document.Mentions.Where(m => m is { Stance: MentionStance.Advises, Use.Token.Kind: TokenKind.DefaultToken });
        foreach (var (use, others) in TokenGroups.Of(advised.Select(m => m.Use), "And here"))
        {
            context.Report(this, new FindingDraft
            {
                Span = use.Span,
                Use = use,
                Related = others,
                Message = policy == DefaultTokenPolicy.Forbid
                    ? "This document tells agents to use GITHUB_TOKEN, which is prohibited here"
                    : "This document tells agents to use GITHUB_TOKEN without saying that it may only read here",
                Why = "An agent does what its documents say: the next workflow it writes breaks the policy",
                Hint = context.Repository.Registry?.Find(use.Token)?.Instead is { } instead
                    ? $"Name {instead} instead"
                    : "Name the token that is meant for the task",
            });
        }
    }
}
