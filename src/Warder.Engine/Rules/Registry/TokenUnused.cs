using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Registry;
using Warder.Pipelines;

namespace Warder.Engine.Rules.Registry;

/// <summary>Finds registered tokens that nothing in the repository uses.</summary>
public sealed class TokenUnused : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "token-unused",
        Title = "A registered token that nothing uses",
        Category = RuleCategory.Registry,
        Severity = Severity.Warning,
        Confidence = Confidence.Medium,
        Compliance = ["CICD-SEC-6", "NHI-1"],
    };

    /// <inheritdoc/>
    public override void VisitRepository(RepositoryContext context)
    {
        if (context.Repository.Registry is not { IsReadable: true } registry || context.Repository.IsLoose)
        {
            return;
        }

        var used = new SortedSet<string>(StringComparer.Ordinal);
        TokenUse? open = null;
        foreach (var use in context.Uses)
        {
            if (use.Token.Kind is TokenKind.Secret or TokenKind.DefaultToken)
            {
                used.Add(use.Token.Name);
            }
            else if (HidesNames(use))
            {
                open ??= use;
            }
        }

        List<TokenEntry> unused = [.. registry.Entries.Where(e => e.Status == TokenStatus.Registered && !used.Contains(e.Name) && !IsPlatforms(e))];
        if (unused.Count == 0)
        {
            return;
        }

        var strangers = used.Where(name => registry.Find(name) is null).ToList();
        foreach (var entry in unused)
        {
            var doubt = context.ScriptNaming(entry.Name) is { } path ? $"{path} names it"
                : open is null ? null
                : $"{open.Path}:{open.Start.Line} takes secrets without naming them";
            Report(context, registry, entry, doubt, Spelling.Nearest(entry.Name, strangers));
        }
    }

    private void Report(RepositoryContext context, TokenRegistry registry, TokenEntry entry, string? doubt, string? near) =>
        context.Report(this, registry.Source, new FindingDraft
        {
            Span = entry.NameSpan,
            Severity = doubt is null ? null : Severity.Info,
            Message = $"No workflow, action, script or agent document of this repository uses {entry.Name}",
            Why = doubt is null
                ? "A token that nobody uses is one that nobody misses when it is stolen"
                : $"It may still be used: {doubt}",
            Hint = near is null
                ? "Revoke the token and remove the entry; where something outside this repository uses it, say so in `notes` and except this rule"
                : $"Did you mean {near}, which is used and not registered?",
            Token = entry.Name,
        });

    // What a callee in this repository inherits is read in the callee.
    private static bool HidesNames(TokenUse use) => use.Token.Kind switch
    {
        TokenKind.All or TokenKind.Dynamic => true,
        TokenKind.Inherited => use.Consumer?.StartsWith("./", StringComparison.Ordinal) != true
            && use.Consumer?.StartsWith("$/", StringComparison.Ordinal) != true
            && use.Consumer?.StartsWith(".github/", StringComparison.Ordinal) != true,
        _ => false,
    };

    private static bool IsPlatforms(TokenEntry entry) =>
        string.Equals(entry.Name, TokenReference.DefaultTokenName, StringComparison.Ordinal) || entry["kind"] is "default" or "oidc";
}
