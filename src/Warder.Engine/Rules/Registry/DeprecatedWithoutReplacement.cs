using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Registry;

namespace Warder.Engine.Rules.Registry;

/// <summary>Finds deprecated tokens that name nothing to use instead.</summary>
public sealed class DeprecatedWithoutReplacement : RegistryRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "deprecated-without-replacement",
        Title = "A deprecated token without a replacement",
        Category = RuleCategory.Registry,
        Severity = Severity.Warning,
        Compliance = ["NHI-1"],
    };

    /// <inheritdoc/>
    protected override void Visit(RegistryContext context)
    {
        foreach (var entry in context.Registry.Entries)
        {
            if (entry.Status == TokenStatus.Deprecated && entry.Instead is null)
            {
                context.Report(this, new FindingDraft
                {
                    Span = entry.NameSpan,
                    Message = $"{entry.Name} is deprecated, and nothing says what to use instead",
                    Why = "People keep using a token for which they know no other",
                    Hint = "Add `replacement:` with the token that takes its place, or `none` where nothing needs to",
                    Token = entry.Name,
                });
            }
        }
    }
}
