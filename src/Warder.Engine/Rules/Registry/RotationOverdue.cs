using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Registry;

namespace Warder.Engine.Rules.Registry;

/// <summary>Finds tokens whose value is older than it may become.</summary>
public sealed class RotationOverdue : RegistryRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "rotation-overdue",
        Title = "A token that should have been rotated",
        Category = RuleCategory.Registry,
        Severity = Severity.Error,
        Compliance = ["CICD-SEC-6", "NHI-7"],
    };

    /// <inheritdoc/>
    protected override void Visit(RegistryContext context)
    {
        var today = context.Repository.Today;
        foreach (var entry in context.Registry.Entries)
        {
            if (entry.Status != TokenStatus.Registered || entry["kind"] is "default" or "oidc" || (entry.Rotated ?? entry.Created) is not { } last)
            {
                continue;
            }

            var period = entry.RotationDays
                ?? RiskModel.RotationDays(entry, context.Repository.Facts.Scopes, context.Repository.Policy.RotationDays);
            var age = today.DayNumber - last.DayNumber;
            if (age <= period)
            {
                continue;
            }

            context.Report(this, new FindingDraft
            {
                Span = entry.SpanOf(entry.Rotated is null ? "created" : "rotated"),
                Message = entry.Rotated is null
                    ? $"{entry.Name} was never rotated in the {age} days since it was made; {period} are allowed"
                    : $"{entry.Name} was rotated {age} days ago; {period} are allowed",
                Why = entry.RotationDays is null
                    ? "The period comes from the risk and blast radius of the token"
                    : "The period is the entry's `rotation_days`",
                Hint = Renewal.HintFor(entry, $"It was due on {last.AddDays(period):yyyy-MM-dd}: replace the value and write the day as `rotated`"),
                Token = entry.Name,
            });
        }
    }
}
