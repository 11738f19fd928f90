using Warder.Engine.Registry;
using Warder.Pipelines;
using Warder.Syntax;

namespace Warder.Engine.Fixes;

/// <summary>Puts a registered token in the place of one that should not be used: only where exactly one fits.</summary>
internal static class TokenReplacement
{
    private const int MaxNamed = 5;
    private const string GitHubProvider = "github";

    public static void Propose(PipelineFixContext context, string rule, TokenStatus status)
    {
        if (context.Repository.Registry is not { } registry)
        {
            return;
        }

        foreach (var use in context.Uses)
        {
            if (use.Explicit && use.Token.Kind is TokenKind.Secret or TokenKind.DefaultToken && registry.Find(use.Token) is { } entry && entry.Status == status)
            {
                Visit(context, rule, registry, use, entry);
            }
        }
    }

    private static void Visit(PipelineFixContext context, string rule, TokenRegistry registry, TokenUse use, TokenEntry entry)
    {
        var named = entry.Instead is { } instead ? registry.Entries.FirstOrDefault(e => IsRegistered(e) && string.Equals(e.Name, instead, StringComparison.OrdinalIgnoreCase)) : null;
        var fitting = named is not null ? [named] : registry.Entries.Where(e => IsRegistered(e) && MayUse(e, context.Pipeline.Path) && CanStandIn(e, use, entry)).ToList();
        if (fitting.Count != 1)
        {
            context.Decline(rule, use.Span.Start, fitting.Count == 0
                ? $"no registered token is authorized for this file in the place of {use.Token.Name}"
                : $"several tokens fit in the place of {use.Token.Name}: {string.Join(", ", fitting.Take(MaxNamed).Select(f => f.Name))}");
            return;
        }

        var written = context.Pipeline.Source.GetText(use.Span);
        var replacement = written.Contains('[', StringComparison.Ordinal) ? $"secrets['{fitting[0].Name}']" : $"secrets.{fitting[0].Name}";
        // What the default token may do depends on the job; another token has rights of its own.
        var isNamed = named is not null && use.Token.Kind == TokenKind.Secret;
        context.Add(new FixDraft
        {
            Rule = rule,
            Offset = use.Span.Start,
            Description = $"Use {fitting[0].Name} in the place of {use.Token.Name}",
            Edits = [new TextEdit(use.Span, replacement)],
            Changes = [YamlPlace.At(context.Pipeline.Tree, use.Span)],
            Doubt = isNamed ? null : "the registry does not say that the one takes the place of the other",
        });
    }

    /// <summary>Whether one token can be the other's kind at all: a key of npm does nothing where a token of GitHub is wanted.</summary>
    private static bool CanStandIn(TokenEntry candidate, TokenUse use, TokenEntry replaced)
    {
        var needed = use.Token.Kind == TokenKind.DefaultToken || use.Binding is "GH_TOKEN" or "GITHUB_TOKEN" ? GitHubProvider : replaced["provider"];
        return needed is null || candidate["provider"] is not { } provider || string.Equals(provider, needed, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsRegistered(TokenEntry entry) => entry.Status == TokenStatus.Registered;

    private static bool MayUse(TokenEntry entry, string path) => entry.AuthorizedWorkflows?.Any(a => a.Pattern.Matches(path)) == true;
}
