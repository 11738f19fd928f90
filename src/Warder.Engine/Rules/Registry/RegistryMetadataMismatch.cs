using System.Globalization;
using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Registry;

namespace Warder.Engine.Rules.Registry;

/// <summary>Finds totals and hierarchy lines that disagree with the entries.</summary>
public sealed class RegistryMetadataMismatch : RegistryRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "registry-metadata-mismatch",
        Title = "Totals or hierarchy disagree with the entries",
        Category = RuleCategory.Registry,
        Severity = Severity.Warning,
        Compliance = ["CICD-SEC-2"],
    };

    /// <inheritdoc/>
    protected override void Visit(RegistryContext context)
    {
        CheckTotal(context, "total_registered_tokens", TokenStatus.Registered, "registered");
        CheckTotal(context, "deprecated_tokens", TokenStatus.Deprecated, "deprecated");
        CheckTotal(context, "prohibited_tokens", TokenStatus.Prohibited, "prohibited");
        foreach (var link in context.Registry.Hierarchy)
        {
            if (WhyWrong(context.Registry, link) is { } message)
            {
                context.Report(this, new FindingDraft
                {
                    Span = link.Span,
                    Message = message,
                    Why = "People follow the hierarchy when they choose a token",
                    Hint = "Name a registered token, or remove the line",
                    Token = TokenName.IsValid(link.Token) ? link.Token.ToUpperInvariant() : null,
                    Identity = $"{link.Group}.{link.Role}",
                });
            }
        }
    }

    private void CheckTotal(RegistryContext context, string key, TokenStatus status, string word)
    {
        if (!context.Registry.Metadata.TryGetValue(key, out var field)
            || !int.TryParse(field.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var declared))
        {
            return;
        }

        var actual = context.Registry.Entries.Where(e => e.Status == status).Select(e => e.Name).Distinct(StringComparer.Ordinal).Count();
        if (actual != declared)
        {
            context.Report(this, new FindingDraft
            {
                Span = field.Span,
                Message = $"`{key}` says {declared}, but {(actual == 1 ? "1 token is" : $"{actual} tokens are")} {word}",
                Why = "A total that is wrong tells a reviewer that an entry came or went unseen",
                Hint = $"Write `{key}: {actual}`, once each entry is meant to be there",
                Identity = key,
            });
        }
    }

    private static string? WhyWrong(TokenRegistry registry, HierarchyLink link)
    {
        // A line may explain in words instead of naming a token.
        if (!TokenName.IsValid(link.Token))
        {
            return null;
        }

        var role = link.Role.ToLowerInvariant();
        var outcast = role.Contains("prohibited", StringComparison.Ordinal) || role.Contains("deprecated", StringComparison.Ordinal)
            || role.Contains("forbidden", StringComparison.Ordinal) || role.Contains("legacy", StringComparison.Ordinal);
        return (registry.Find(link.Token)?.Status, outcast) switch
        {
            (null, _) => $"The hierarchy names {link.Token}, which is not in the registry",
            (TokenStatus.Registered, true) => $"The hierarchy calls {link.Token} `{link.Role}`, but it is registered for use",
            (TokenStatus.Deprecated, false) => $"The hierarchy names {link.Token} as `{link.Role}`, but it is deprecated",
            (TokenStatus.Prohibited, false) => $"The hierarchy names {link.Token} as `{link.Role}`, but it is prohibited",
            _ => null,
        };
    }
}
