using Warder.Engine.Auditing;
using Warder.Engine.Findings;

namespace Warder.Engine.Rules.Hygiene;

/// <summary>Finds workflow and action files that the platform would reject.</summary>
public sealed class InvalidWorkflow : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "invalid-workflow",
        Title = "The platform would reject the file",
        Category = RuleCategory.Hygiene,
        Severity = Severity.Error,
        SourceType = "YAML_PARSE_ERROR",
        Compliance = ["CICD-SEC-7"],
        Aliases = [new RuleAlias("actionlint", "syntax-check")],
    };

    /// <inheritdoc/>
    public override void VisitPipeline(PipelineContext context)
    {
        foreach (var problem in context.Pipeline.Problems)
        {
            context.Report(this, new FindingDraft
            {
                Span = problem.Span,
                Message = problem.Message,
                Why = "A file that the platform rejects runs nothing: its checks are missing without a word",
                Identity = problem.Message,
            });
        }
    }
}
