using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Rules.Use;
using Warder.Pipelines;

namespace Warder.Engine.Rules.Exposure;

/// <summary>Finds tokens that are pasted into the text of a script instead of being handed over in the environment.</summary>
public sealed class SecretInScript : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "secret-in-script",
        Title = "A token is pasted into a script's text",
        Category = RuleCategory.Exposure,
        Severity = Severity.Warning,
        Fixable = true,
        Compliance = ["CICD-SEC-4", "CICD-SEC-6"],
    };

    /// <inheritdoc/>
    public override void VisitPipeline(PipelineContext context)
    {
        foreach (var step in context.Uses.Where(u => IsPasted(context, u)).GroupBy(u => (u.Job, u.StepIndex)))
        {
            foreach (var (use, others) in TokenGroups.Of(step, "Pasted here too"))
            {
                context.Report(this, new FindingDraft
                {
                    Span = use.Span,
                    Use = use,
                    Message = $"{use.Token.Name} is pasted into the script of {use.Step} before the shell reads it",
                    Why = "The value becomes part of the program: a quote or a dollar sign in it is run as code, and the script with the value lies in a file on the runner",
                    Hint = $"Set it in the step's `env` and read the variable in the script",
                    Related = others,
                });
            }
        }
    }

    private static bool IsPasted(PipelineContext context, TokenUse use) =>
        use is { Explicit: true, OnlyTested: false, Scope: UseScope.Script, Token.Kind: TokenKind.Secret or TokenKind.DefaultToken }
        && !context.Repository.Facts.SecretNames.IsIdentifier(use.Token.Name);
}
