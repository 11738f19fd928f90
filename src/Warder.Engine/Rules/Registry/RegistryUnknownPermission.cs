using Warder.Engine.Auditing;
using Warder.Engine.Facts;
using Warder.Engine.Findings;
using Warder.Engine.Registry;
using Warder.Pipelines;

namespace Warder.Engine.Rules.Registry;

/// <summary>Finds permissions in the registry that do not exist.</summary>
public sealed class RegistryUnknownPermission : RegistryRule
{
    private static readonly string[] Levels = ["read", "write", "admin", "none"];

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "registry-unknown-permission",
        Title = "A permission or level that does not exist",
        Category = RuleCategory.Registry,
        Severity = Severity.Error,
        Compliance = ["CICD-SEC-5", "NHI-5"],
    };

    /// <inheritdoc/>
    protected override void Visit(RegistryContext context)
    {
        foreach (var problem in context.Registry.Problems)
        {
            if (problem.Kind == RegistryProblemKind.Permission)
            {
                context.Report(this, new FindingDraft
                {
                    Span = problem.Span, Message = problem.Message, Hint = problem.Hint, Identity = problem.Message,
                });
            }
        }

        foreach (var entry in context.Registry.Entries)
        {
            if (!IsOfGitHub(entry))
            {
                continue;
            }

            foreach (var permission in entry.Permissions ?? [])
            {
                Check(context, entry, permission);
            }
        }
    }

    // Words of other providers are theirs: `s3:PutObject` is none of ours to judge.
    private static bool IsOfGitHub(TokenEntry entry) =>
        entry["provider"] is { } provider
            ? provider.StartsWith("github", StringComparison.OrdinalIgnoreCase)
            : entry["kind"] is null or "pat-classic" or "pat-fine-grained" or "github-app" or "default" or "deploy-key";

    private void Check(RegistryContext context, TokenEntry entry, DeclaredPermission permission)
    {
        var scopes = context.Repository.Facts.Scopes;
        var colon = permission.Text.IndexOf(':', StringComparison.Ordinal);
        var found = scopes.Find(permission.Name);
        if (found.Count == 0)
        {
            if (!context.Repository.Policy.OwnScopes.Contains(permission.Name))
            {
                Report(context, entry, permission, $"There is no permission `{permission.Text}`", SuggestScope(scopes, permission, colon));
            }
        }
        else if (colon < 0 || permission.Name.Contains(':', StringComparison.Ordinal))
        {
            if (found.All(s => s.Levels.Count > 0))
            {
                var levels = string.Join(" or ", found[0].Levels.Where(l => l > GrantLevel.None).Select(l => $"`{permission.Text}:{Word(l)}`"));
                Report(context, entry, permission, $"The permission `{permission.Text}` has no level", $"Write {levels}");
            }
        }
        else if (permission.Level is null)
        {
            var written = permission.Text[(colon + 1)..].Trim();
            Report(context, entry, permission, $"There is no level `{written}`", FieldValues.DidYouMean(written, Levels) ?? "Write `read` or `write`");
        }
        else if (permission.Level != GrantLevel.None && !found.Any(s => s.Levels.Contains(permission.Level.Value)))
        {
            var levels = found.SelectMany(s => s.Levels).Where(l => l > GrantLevel.None).Distinct().Select(l => $"`{Word(l)}`").ToList();
            Report(
                context,
                entry,
                permission,
                $"The permission `{permission.Text[..colon].Trim()}` has no level `{Word(permission.Level.Value)}`",
                levels.Count == 0 ? $"Write `{permission.Text[..colon].Trim()}` alone" : $"Its levels are {string.Join(", ", levels)}");
        }
    }

    private void Report(RegistryContext context, TokenEntry entry, DeclaredPermission permission, string message, string hint) =>
        context.Report(this, new FindingDraft
        {
            Span = permission.Span,
            Message = message,
            Hint = hint,
            Why = "What the token may do cannot be held against what it is used for",
            Token = entry.Name,
            Identity = permission.Text,
        });

    private static string SuggestScope(PermissionScopes scopes, DeclaredPermission permission, int colon)
    {
        // `read:orgs` is a slip of a classic scope, which has its colon in its name.
        var isWhole = colon < 0 || permission.Name.Contains(':', StringComparison.Ordinal);
        var names = scopes.All
            .Where(s => s.Kind is PermissionKind.App or PermissionKind.Workflow or PermissionKind.Classic)
            .Where(s => colon < 0 || isWhole == (s.Levels.Count == 0))
            .Select(s => s.Name.ToLowerInvariant().Replace('_', '-'));
        if (Spelling.Nearest(permission.Name, names) is not { } near)
        {
            return "Where the token is another provider's, name it: `provider: npm`";
        }

        var level = isWhole ? "" : permission.Text[colon..];
        return $"Did you mean `{(permission.Text.Contains('-', StringComparison.Ordinal) ? near : near.Replace('-', '_'))}{level}`?";
    }

    private static string Word(GrantLevel level) => level switch
    {
        GrantLevel.Read => "read",
        GrantLevel.Write => "write",
        GrantLevel.Admin => "admin",
        _ => "none",
    };
}
