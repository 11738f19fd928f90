using Warder.Engine.Findings;
using Warder.Pipelines;
using Warder.Pipelines.Documents;
using Warder.Pipelines.Scripts;
using Warder.Syntax;

namespace Warder.Engine.Auditing;

/// <summary>What a rule sees of a document or configuration for agents.</summary>
public sealed class DocumentContext : RuleContext
{
    internal DocumentContext(Repository repository, AgentDocument document, TokenNames names, FindingSink sink)
        : base(repository, document.Source, sink)
    {
        Document = document;
        Names = names;
    }

    /// <summary>The document.</summary>
    public AgentDocument Document { get; }

    /// <summary>The tokens that are registered or used by a pipeline, and the default token.</summary>
    public TokenNames Names { get; }
}
