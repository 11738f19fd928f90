using Warder.Engine.Auditing;
using Warder.Engine.Findings;

namespace Warder.Engine.Rules.Hygiene;

/// <summary>Finds suppression comments that hide nothing: the finding is gone, the rule does not exist, or the reason is missing.</summary>
public sealed class StaleSuppression : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "stale-suppression",
        Title = "A suppression that hides nothing",
        Category = RuleCategory.Hygiene,
        Severity = Severity.Warning,
        Compliance = ["CICD-SEC-1"],
    };

    /// <inheritdoc/>
    public override void VisitSuppressions(SuppressionContext context)
    {
        foreach (var suppression in context.All)
        {
            if (suppression.Reason is null)
            {
                Report(context, suppression, "This suppression gives no reason, so it hides nothing", "Write the reason after the bracket");
            }
        }

        foreach (var suppression in context.Unused)
        {
            if (suppression.Reason is not null && StaleSlug(context, suppression) is { } slug)
            {
                Report(context, suppression, WhyStale(slug), "Remove the comment");
            }
        }
    }

    /// <summary>A slug that ran and found nothing here, or does not exist; null where nothing can be said.</summary>
    private static string? StaleSlug(SuppressionContext context, InlineSuppression suppression)
    {
        string? stale = null;
        foreach (var slug in suppression.Slugs)
        {
            var exists = RuleCatalogue.Find(slug) is not null;
            if (exists && !context.SlugsThatRan.Contains(slug))
            {
                return null;
            }

            stale ??= slug;
        }

        return stale;
    }

    private static string WhyStale(string slug) =>
        RuleCatalogue.Find(slug) is null
            ? $"This suppression names {slug}, and there is no such rule"
            : $"This suppression hides nothing: {slug} says nothing here";

    private void Report(SuppressionContext context, InlineSuppression suppression, string message, string hint) =>
        context.Report(this, suppression, new FindingDraft
        {
            Span = suppression.Span,
            Message = message,
            Hint = hint,
            Why = "A stale suppression hides the next finding that appears at its place",
            Identity = string.Join(',', suppression.Slugs),
        });
}
