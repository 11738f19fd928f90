using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Registry;

namespace Warder.Engine.Rules.Registry;

/// <summary>Finds registered tokens whose entry lacks what the policy asks for.</summary>
public sealed class RegistryIncomplete : RegistryRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "registry-incomplete",
        Title = "An entry that lacks what every entry needs",
        Category = RuleCategory.Registry,
        Severity = Severity.Warning,
        Compliance = ["CICD-SEC-2", "NHI-1"],
    };

    /// <inheritdoc/>
    protected override void Visit(RegistryContext context)
    {
        foreach (var entry in context.Registry.Entries)
        {
            if (entry.Status != TokenStatus.Registered)
            {
                continue;
            }

            List<string> missing = [.. context.Repository.Policy.RequiredFields.Where(f => !Has(entry, f))];
            if (missing.Count == 0)
            {
                continue;
            }

            context.Report(this, new FindingDraft
            {
                Span = entry.NameSpan,
                Message = $"The entry of {entry.Name} lacks {Listed(missing)}",
                Why = "Nobody can tell what the token is for, who acts with it or what it may do",
                Hint = $"Add {Listed(missing)} to `{entry.Category}.{entry.Id}`",
                Token = entry.Name,
                Identity = string.Join(',', missing),
            });
        }
    }

    private static bool Has(TokenEntry entry, string field) => field switch
    {
        "token" => true,
        "permissions" => entry.Permissions is { Count: > 0 },
        "authorized_workflows" => entry.AuthorizedWorkflows is not null,
        "authorized_scripts" => entry.AuthorizedScripts is not null,

        // The platform's own token acts as the platform's own bot.
        "bot_identity" when entry["kind"] is "default" or "oidc" => true,
        _ => entry.Fields.ContainsKey(field),
    };

    private static string Listed(List<string> fields) =>
        fields.Count == 1 ? $"`{fields[0]}`" : $"{string.Join(", ", fields[..^1].Select(f => $"`{f}`"))} and `{fields[^1]}`";
}
