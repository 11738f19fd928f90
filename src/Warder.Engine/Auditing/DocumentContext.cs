using Warder.Engine.Findings;
using Warder.Pipelines;
using Warder.Pipelines.Documents;
using Warder.Syntax;

namespace Warder.Engine.Auditing;

/// <summary>What a rule sees of a document or configuration for agents.</summary>
public sealed class DocumentContext : RuleContext
{
    internal DocumentContext(Repository repository, AgentDocument document, FindingSink sink)
        : base(repository, document.Source, sink)
    {
        Document = document;
    }

    /// <summary>The document.</summary>
    public AgentDocument Document { get; }
}
