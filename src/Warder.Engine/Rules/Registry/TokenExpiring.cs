using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Registry;

namespace Warder.Engine.Rules.Registry;

/// <summary>Finds tokens that will soon stop working.</summary>
public sealed class TokenExpiring : RegistryRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "token-expiring",
        Title = "A token that ends soon",
        Category = RuleCategory.Registry,
        Severity = Severity.Warning,
        Compliance = ["CICD-SEC-6", "NHI-7"],
    };

    /// <inheritdoc/>
    protected override void Visit(RegistryContext context)
    {
        var today = context.Repository.Today;
        foreach (var entry in context.Registry.Entries)
        {
            if (entry.Status == TokenStatus.Prohibited || entry.Expires is not { } end || end < today)
            {
                continue;
            }

            var left = end.DayNumber - today.DayNumber;
            if (WindowOf(context.Repository.Policy.ExpiryWarningDays, left) is not { } window)
            {
                continue;
            }

            context.Report(this, new FindingDraft
            {
                Span = entry.SpanOf("expires"),
                Message = $"{entry.Name} expires {When(left)}, on {end:yyyy-MM-dd}",
                Why = $"It is within the warning of {(window == 1 ? "one day" : $"{window} days")}",
                Hint = Renewal.HintFor(entry, $"{Left(left)}: make the new token now and change over"),
                Token = entry.Name,
            });
        }
    }

    /// <summary>The narrowest warning window that the days left fall into.</summary>
    private static int? WindowOf(IReadOnlyList<int> windows, int left)
    {
        int? narrowest = null;
        foreach (var window in windows)
        {
            if (left <= window && (narrowest is null || window < narrowest))
            {
                narrowest = window;
            }
        }

        return narrowest;
    }

    private static string When(int left) => left switch
    {
        0 => "today",
        1 => "tomorrow",
        _ => $"in {left} days",
    };

    private static string Left(int left) => left switch
    {
        0 => "Last day",
        1 => "1 day left",
        _ => $"{left} days left",
    };
}
