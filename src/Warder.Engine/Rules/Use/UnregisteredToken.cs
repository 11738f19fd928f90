using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Pipelines;

namespace Warder.Engine.Rules.Use;

/// <summary>Finds secrets in use that the registry does not know.</summary>
public sealed class UnregisteredToken : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "unregistered-token",
        Title = "A secret is used that is not registered",
        Category = RuleCategory.Use,
        Severity = Severity.Error,
        SourceType = "UNREGISTERED_TOKEN",
        Compliance = ["CICD-SEC-2", "CICD-SEC-6", "NHI-1", "NHI-7"],
    };

    /// <inheritdoc/>
    public override void VisitTokenUse(PipelineContext context, TokenUse use)
    {
        if (use.Explicit && IsUnknown(context.Repository, use) && !use.GivenByCaller)
        {
            context.Report(this, Draft(context.Repository, use));
        }
    }

    /// <inheritdoc/>
    public override void VisitScript(ScriptContext context)
    {
        foreach (var (use, others) in TokenGroups.Of(context.Uses))
        {
            // Scripts are searched only for registered names and for names that workflows use as secrets.
            if (IsUnknown(context.Repository, use))
            {
                context.Report(this, Draft(context.Repository, use) with { Confidence = Confidence.Medium, Related = others });
            }
        }
    }

    private static bool IsUnknown(Repository repository, TokenUse use) =>
        use.Token.Kind == TokenKind.Secret && repository.Registry is { IsReadable: true } registry && registry.Find(use.Token) is null;

    private static FindingDraft Draft(Repository repository, TokenUse use)
    {
        var registry = repository.Registry!.Source.Path;
        return new FindingDraft
        {
            Span = use.Span,
            Use = use,
            Message = $"{use.Token.Name} is used here, and is not in the registry",
            Why = "Nobody answers for a token that is not registered: who owns it, what it may do, when it must be replaced",
            Hint = repository.Facts.SecretNames.IsIdentifier(use.Token.Name)
                ? $"By its name it is an identifier: make it a variable (`vars.{use.Token.Name}`), or register it in {registry}"
                : $"Register it in {registry}, or use a token that is registered",
        };
    }
}
