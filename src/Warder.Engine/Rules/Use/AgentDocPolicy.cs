using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Registry;
using Warder.Pipelines;
using Warder.Pipelines.Documents;

namespace Warder.Engine.Rules.Use;

/// <summary>Finds documents that tell agents to use deprecated, prohibited or restricted tokens, or to make personal tokens that live long.</summary>
public sealed class AgentDocPolicy : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "agent-doc-policy",
        Title = "A document tells agents to break the token policy",
        Category = RuleCategory.Use,
        Severity = Severity.Warning,
        Compliance = ["CICD-SEC-1", "NHI-7", "NHI-10"],
    };

    /// <inheritdoc/>
    public override void VisitDocument(DocumentContext context)
    {
        var advised = context.Document.Mentions.Where(m => m is { Stance: MentionStance.Advises, Use.Token.Kind: TokenKind.Secret });
        foreach (var (use, others) in TokenGroups.Of(advised.Select(m => m.Use), "And here"))
        {
            if (context.Repository.Registry?.Find(use.Token) is { } entry && Describe(entry, context.Document) is { } what)
            {
                context.Report(this, new FindingDraft
                {
                    Span = use.Span,
                    Use = use,
                    Related = others,
                    Message = $"This document tells agents to use {entry.Name}, which is {what}",
                    Why = "An agent does what its documents say: the next workflow it writes breaks the policy",
                    Hint = entry.Instead is { } instead ? $"Name {instead} instead" : "Name a token that is meant for the task",
                });
            }
        }

        if (context.Document.IsConfiguration)
        {
            return;
        }

        foreach (var span in PersonalTokenAdvice.Find(context.Source))
        {
            context.Report(this, new FindingDraft
            {
                Span = span,
                Message = "This document tells agents to make a personal access token that lives long",
                Why = "A personal token acts for its owner everywhere, is seen by no administrator, and dies when the owner leaves",
                Hint = "Name the registered token for the task, or say how to get one that expires within 30 days",
                Confidence = Confidence.Medium,
                Identity = context.Source.GetText(span),
            });
        }
    }

    /// <summary>Whether it describes one agent with its own token, and does not speak to all.</summary>
    private static bool IsOfOneAgent(AgentDocument document) => document.IsConfiguration || document.Claims.Count > 0;

    private static string? Describe(TokenEntry entry, AgentDocument document) => entry.Status switch
    {
        TokenStatus.Deprecated => "deprecated",
        TokenStatus.Prohibited => "prohibited",
        _ => entry.Restricted && !IsOfOneAgent(document) ? "restricted" : null,
    };
}
