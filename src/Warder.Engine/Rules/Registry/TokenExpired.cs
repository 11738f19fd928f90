using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Registry;

namespace Warder.Engine.Rules.Registry;

/// <summary>Finds tokens that have stopped working.</summary>
public sealed class TokenExpired : RegistryRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "token-expired",
        Title = "A token past its end",
        Category = RuleCategory.Registry,
        Severity = Severity.Critical,
        Compliance = ["CICD-SEC-6", "NHI-1", "NHI-7"],
    };

    /// <inheritdoc/>
    protected override void Visit(RegistryContext context)
    {
        var today = context.Repository.Today;
        foreach (var entry in context.Registry.Entries)
        {
            if (entry.Status == TokenStatus.Prohibited || entry.Expires is not { } end || end >= today)
            {
                continue;
            }

            var days = today.DayNumber - end.DayNumber;
            context.Report(this, new FindingDraft
            {
                Span = entry.SpanOf("expires"),
                Message = $"{entry.Name} expired on {end:yyyy-MM-dd}, {(days == 1 ? "yesterday" : $"{days} days ago")}",
                Why = "What uses it fails, or falls back to another token without a word",
                Hint = Renewal.HintFor(entry, "Replace the token, then write its new `expires` and `rotated`"),
                Token = entry.Name,
            });
        }
    }
}
