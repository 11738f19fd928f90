using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Pipelines;
using Warder.Pipelines.Documents;

namespace Warder.Engine.Rules.Use;

/// <summary>Finds tokens that a document for agents names and that nobody registered or uses.</summary>
public sealed class AgentDocUnregisteredToken : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "agent-doc-unregistered-token",
        Title = "A document names a token that nobody knows",
        Category = RuleCategory.Use,
        Severity = Severity.Warning,
        Confidence = Confidence.Medium,
        Compliance = ["CICD-SEC-1", "NHI-1"],
    };

    /// <inheritdoc/>
    public override void VisitDocument(DocumentContext context)
    {
        if (context.Repository.Registry is not { IsReadable: true } registry)
        {
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var mention in context.Document.Mentions)
        {
            if (mention.Stance == MentionStance.Forbids
                || mention.Use.Token.Kind != TokenKind.Secret
                || context.Names.Contains(mention.Use.Token.Name)
                || !seen.Add(mention.Use.Token.Name))
            {
                continue;
            }

            context.Report(this, new FindingDraft
            {
                Span = mention.Use.Span,
                Use = mention.Use,
                Message = $"This document names {mention.Use.Token.Name}, which is neither registered nor used by a workflow",
                Why = "An agent that reads of a token will ask for it, or write a workflow that needs it",
                Hint = $"Name a registered token, or register this one in {registry.Source.Path}",
            });
        }
    }
}
