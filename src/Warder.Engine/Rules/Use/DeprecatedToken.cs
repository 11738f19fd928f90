using System.Globalization;
using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Registry;
using Warder.Pipelines;

namespace Warder.Engine.Rules.Use;

/// <summary>Finds references to tokens that the registry calls deprecated.</summary>
public sealed class DeprecatedToken : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "deprecated-token",
        Title = "A deprecated token is used",
        Category = RuleCategory.Use,
        Severity = Severity.Error,
        SourceType = "PROHIBITED_TOKEN",
        Fixable = true,
        Compliance = ["CICD-SEC-6", "NHI-1", "NHI-7"],
    };

    /// <inheritdoc/>
    public override void VisitTokenUse(PipelineContext context, TokenUse use)
    {
        if (use.Explicit && Find(context.Repository, use) is { } entry)
        {
            context.Report(this, Draft(use, entry) with { Confidence = UsePlaces.NameConfidence(use) });
        }
    }

    /// <inheritdoc/>
    public override void VisitScript(ScriptContext context)
    {
        foreach (var (use, others) in TokenGroups.Of(context.Uses))
        {
            if (Find(context.Repository, use) is { } entry)
            {
                context.Report(this, Draft(use, entry) with { Related = others });
            }
        }
    }

    private static TokenEntry? Find(Repository repository, TokenUse use) =>
        repository.Registry?.Find(use.Token) is { Status: TokenStatus.Deprecated } entry ? entry : null;

    private static FindingDraft Draft(TokenUse use, TokenEntry entry)
    {
        var since = entry.DeprecationDate is { } date ? " since " + date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";
        return new FindingDraft
        {
            Span = use.Span,
            Use = use,
            Message = entry.Instead is { } instead
                ? $"{use.Token.Name} is deprecated{since}; its replacement is {instead}"
                : $"{use.Token.Name} is deprecated{since}, and the registry names no replacement",
            Why = entry["reason"] ?? "A deprecated token stays valid, and stealable, as long as something still uses it",
            Hint = entry.Instead is { } other ? $"Use {other}" : "Use a registered token, then revoke this one",
        };
    }
}
