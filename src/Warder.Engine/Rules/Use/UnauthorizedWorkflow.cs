using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Registry;
using Warder.Pipelines;

namespace Warder.Engine.Rules.Use;

/// <summary>Finds registered tokens in workflows that their entry does not authorize.</summary>
public sealed class UnauthorizedWorkflow : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "unauthorized-workflow",
        Title = "A token is used in a workflow that may not use it",
        Category = RuleCategory.Use,
        Severity = Severity.Error,
        SourceType = "UNAUTHORIZED_WORKFLOW",
        Options = [Authorization.Option],
        Compliance = ["CICD-SEC-2", "CICD-SEC-5", "NHI-5", "NHI-9"],
    };

    /// <inheritdoc/>
    public override void VisitTokenUse(PipelineContext context, TokenUse use)
    {
        if (!use.Explicit || context.Repository.Registry?.Find(use.Token) is not { Status: not TokenStatus.Prohibited } entry)
        {
            return;
        }

        var forbidsUndeclared = Authorization.ForbidsUndeclared(context.Repository, Descriptor);
        var isAction = context.Pipeline.Kind != PipelineKind.Workflow;
        if (Authorization.Allows(entry.AuthorizedWorkflows, use.Path, forbidsUndeclared && !isAction)
            || (isAction && !Authorization.NamesActions(entry.AuthorizedWorkflows)))
        {
            return;
        }

        context.Report(this, new FindingDraft
        {
            Span = use.Span,
            Use = use,
            Confidence = UsePlaces.NameConfidence(use),
            Message = $"{use.Token.Name} may not be used in this {(isAction ? "action" : "workflow")}: {Authorization.Describe(entry.AuthorizedWorkflows)}",
            Why = "A token that turns up where nobody expected it is how a misused one looks",
            Hint = $"Use the token made for this {(isAction ? "action" : "workflow")}, or add {use.Path} to authorized_workflows of {entry.Name}",
        });
    }
}
