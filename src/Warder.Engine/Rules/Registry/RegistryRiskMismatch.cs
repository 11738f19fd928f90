using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Registry;

namespace Warder.Engine.Rules.Registry;

/// <summary>Finds tokens whose declared risk is below what their permissions imply.</summary>
public sealed class RegistryRiskMismatch : RegistryRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "registry-risk-mismatch",
        Title = "Declared risk below what the permissions imply",
        Category = RuleCategory.Registry,
        Severity = Severity.Warning,
        Confidence = Confidence.Medium,
        Compliance = ["CICD-SEC-5", "NHI-5"],
    };

    /// <inheritdoc/>
    protected override void Visit(RegistryContext context)
    {
        foreach (var entry in context.Registry.Entries)
        {
            if (entry.Status != TokenStatus.Registered
                || entry.Risk is not { } declared
                || RiskModel.Assess(entry, context.Repository.Facts.Scopes) is not { } assessed
                || RiskModel.OnScaleOf(context.Registry, assessed.Level) is var implied && declared >= implied)
            {
                continue;
            }

            context.Report(this, new FindingDraft
            {
                Span = entry.SpanOf("risk"),
                Message = $"{entry.Name} is declared {Word(declared)}, but `{assessed.Because.Text}` makes it {Word(implied)}",
                Why = $"With `{assessed.Because.Text}` it can do this: {assessed.Reason}",
                Hint = $"Write `risk: {Word(implied)}`, or take the permission away",
                Token = entry.Name,
                Identity = assessed.Because.Text,
                Related = [new RelatedPlace(Location.Of(context.Source, assessed.Because.Span), "The permission that decides")],
            });
        }
    }

    private static string Word(RiskLevel level) => RegistryKeys.Risks[(int)level];
}
