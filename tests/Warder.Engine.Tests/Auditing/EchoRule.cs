using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Rules;

namespace Warder.Engine.Tests.Auditing;

/// <summary>Finds every use of a secret, wherever it stands: what the engine then makes of the findings is what is tested.</summary>
internal sealed class EchoRule(string slug = "echo", Severity severity = Severity.Error, bool suppressible = true) : Rule
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = slug,
        Title = "A use",
        Category = RuleCategory.Use,
        Severity = severity,
        Suppressible = suppressible,
    };

    public override void VisitTokenUse(PipelineContext context, Warder.Pipelines.TokenUse use)
    {
        if (use.Token.Kind == Warder.Pipelines.TokenKind.Secret)
        {
            context.Report(this, Draft(use));
        }
    }

    public override void VisitScript(ScriptContext context)
    {
        foreach (var use in context.Uses)
        {
            context.Report(this, Draft(use));
        }
    }

    public override void VisitDocument(DocumentContext context)
    {
        foreach (var mention in context.Document.Mentions)
        {
            context.Report(this, Draft(mention.Use));
        }
    }

    private static FindingDraft Draft(Warder.Pipelines.TokenUse use) => new() { Span = use.Span, Message = $"uses {use.Token.Name}", Use = use };
}
