using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Rules;

namespace Warder.Engine.Tests.Auditing;

/// <summary>Throws wherever it is called.</summary>
internal sealed class BrokenRule : Rule
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "broken",
        Title = "Broken",
        Category = RuleCategory.Use,
        Severity = Severity.Error,
    };

    public override void VisitPipeline(PipelineContext context) => throw new InvalidOperationException("in a pipeline");

    public override void VisitScript(ScriptContext context) => throw new InvalidOperationException("in a script");

    public override void VisitDocument(DocumentContext context) => throw new InvalidOperationException("in a document");

    public override void VisitRepository(RepositoryContext context) => throw new InvalidOperationException("on the whole");

    public override void VisitSuppressions(SuppressionContext context) => throw new InvalidOperationException("on suppressions");
}
