using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Registry;

namespace Warder.Engine.Rules.Registry;

/// <summary>Finds tokens that stand in the registry twice.</summary>
public sealed class RegistryDuplicateToken : RegistryRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "registry-duplicate-token",
        Title = "One token under two entries",
        Category = RuleCategory.Registry,
        Severity = Severity.Error,
        Compliance = ["CICD-SEC-6", "NHI-9"],
    };

    /// <inheritdoc/>
    protected override void Visit(RegistryContext context)
    {
        var first = new Dictionary<string, TokenEntry>(StringComparer.Ordinal);
        foreach (var entry in context.Registry.Entries)
        {
            if (first.TryAdd(entry.Name, entry))
            {
                continue;
            }

            var other = first[entry.Name];
            context.Report(this, new FindingDraft
            {
                Span = entry.NameSpan,
                Message = other.Status == entry.Status
                    ? $"{entry.Name} stands in the registry twice: as `{Place(other)}` and as `{Place(entry)}`"
                    : $"{entry.Name} is {Word(other)} as `{Place(other)}` and {Word(entry)} as `{Place(entry)}`",
                Why = string.Equals(other.WrittenName, entry.WrittenName, StringComparison.Ordinal)
                    ? "Two entries for one token soon say two different things"
                    : "Names of secrets are compared without case: both are the same token",
                Hint = other.Status == entry.Status ? "Merge the two entries" : "Keep the entry that is true",
                Token = entry.Name,
                Identity = Place(entry),
                Related = [new RelatedPlace(Location.Of(context.Source, other.NameSpan), "The other entry")],
            });
        }
    }

    private static string Place(TokenEntry entry) => $"{entry.Category}.{entry.Id}";

    private static string Word(TokenEntry entry) => entry.Status switch
    {
        TokenStatus.Deprecated => "deprecated",
        TokenStatus.Prohibited => "prohibited",
        _ => "registered",
    };
}
