using Warder.Engine.Policy;
using Warder.Engine.Registry;
using Warder.Pipelines;
using static Warder.Reports.Documents.DocumentWords;

namespace Warder.Reports.Documents;

/// <summary>What the policy document shows as right and wrong, with tokens of this registry.</summary>
internal static class PolicyPatterns
{
    private const string Empty = "{}";
    private const string Checkout = "actions/checkout@<commit>";

    public static void Add(DocumentPage page, RegistryOverview overview)
    {
        page.Heading(2, "Approved patterns");
        AddOwnToken(page, overview);
        AddEnvironment(page, overview);
        AddDefaultToken(page, overview.Result.Repository.DefaultToken);
        AddIdentity(page, overview);
        page.Kept("approved-patterns");
        page.Heading(2, "Prohibited patterns");
        AddForbidden(page, overview);
        AddFallback(page, overview);
        AddDeprecated(page, overview);
        AddEverything(page);
        AddPrinted(page, overview);
        page.Kept("prohibited-patterns");
    }

    private static void AddOwnToken(DocumentPage page, RegistryOverview overview)
    {
        var token = Usual(overview);
        page.Heading(3, "A token of its own, in the step that needs it");
        page.Paragraph(token is null
            ? "The job declares what the default token may do, and one step gets the one token that it needs."
            : (Rich)$"The job declares what the default token may do, which is nothing here, and one step gets {Code(token.Entry.Name)}, which acts as {TextOr(token.Entry.BotIdentity)}.");
        page.Example("yaml", $"""
            permissions: {Empty}
            jobs:
              report:
                runs-on: ubuntu-latest
                steps:
                  - name: {StepName(token)}
                    env:
                      GH_TOKEN: {Secret(NameOf(token))}
                    run: {ScriptOf(token)}
            """, isGood: true);
    }

    private static void AddEnvironment(DocumentPage page, RegistryOverview overview)
    {
        var bound = Plain(overview, TokenStatus.Registered).FirstOrDefault(t => t.Entry.Environment is { } e && IsPlain(e));
        if (bound is null)
        {
            return;
        }

        page.Heading(3, "A deployment token behind its environment");
        page.Paragraph($"{Code(bound.Entry.Name)} is a secret of {Code(bound.Entry.Environment!)}: the job waits for whoever guards that environment before it gets the token.");
        page.Example("yaml", $"""
            jobs:
              deploy:
                runs-on: ubuntu-latest
                permissions: {Empty}
                environment: {bound.Entry.Environment}
                steps:
                  - env:
                      DEPLOY_TOKEN: {Secret(bound.Entry.Name)}
                    run: {ScriptOf(bound)}
            """, isGood: true);
    }

    private static void AddDefaultToken(DocumentPage page, DefaultTokenPolicy policy)
    {
        if (policy == DefaultTokenPolicy.Forbid)
        {
            return;
        }

        var level = policy == DefaultTokenPolicy.ReadOnly ? "read" : "write";
        page.Heading(3, policy == DefaultTokenPolicy.ReadOnly ? "The default token, to read" : "The default token, with what the job needs");
        page.Example("yaml", $"""
            permissions: {Empty}
            jobs:
              triage:
                runs-on: ubuntu-latest
                permissions:
                  issues: {level} # the list of open issues{(level == "write" ? ", and a label on each" : "")}
                steps:
                  - env:
                      GH_TOKEN: {Secret("GITHUB_TOKEN")}
                    run: ./scripts/triage.sh
            """, isGood: true);
    }

    private static void AddIdentity(DocumentPage page, RegistryOverview overview)
    {
        if (!overview.Result.Uses.Any(u => u.Token.Kind == TokenKind.Oidc))
        {
            return;
        }

        page.Heading(3, "No stored token at all");
        page.Paragraph("Where the other side accepts an identity of the run, as some jobs here do already, nothing is stored and nothing can leak.");
        page.Example("yaml", $"""
            jobs:
              publish:
                runs-on: ubuntu-latest
                permissions:
                  contents: read
                  id-token: write # the identity that the other side trusts
                steps:
                  - uses: {Checkout}
                  - run: ./scripts/publish.sh
            """, isGood: true);
    }

    private static void AddForbidden(DocumentPage page, RegistryOverview overview)
    {
        var token = Usual(overview);
        foreach (var forbidden in Plain(overview, TokenStatus.Prohibited))
        {
            page.Heading(3, $"Any use of {forbidden.Entry.Name}");
            page.Paragraph($"{TextOr(forbidden.Entry["reason"])}. Use instead: {TextOr(forbidden.Entry.Instead ?? token?.Entry.Name)}. Found by {Code("prohibited-token")}.");
            page.Example("yaml", $"env:\n  GH_TOKEN: {Secret(forbidden.Entry.Name)}\n", isGood: false);
        }
    }

    private static void AddFallback(DocumentPage page, RegistryOverview overview)
    {
        page.Heading(3, "A chain that ends in the default token");
        page.Paragraph($"Whoever empties the first token, by a typing error or on purpose, gets the rights of the last, and nobody notices. Found by {Code("default-token-fallback")}.");
        page.Example("yaml", $"env:\n  GH_TOKEN: {Expression($"secrets.{NameOf(Usual(overview))} || secrets.GITHUB_TOKEN")}\n", isGood: false);
    }

    private static void AddDeprecated(DocumentPage page, RegistryOverview overview)
    {
        if (Plain(overview, TokenStatus.Deprecated) is not { Count: > 0 } deprecated)
        {
            return;
        }

        page.Heading(3, "A deprecated token");
        page.Paragraph($"Found by {Code("deprecated-token")}.");
        page.Example("yaml", string.Concat(deprecated.Select(t => $"env:\n  TOKEN: {Secret(t.Entry.Name)}{Comment(t.Entry.Instead)}\n")), isGood: false);
    }

    private static void AddEverything(DocumentPage page)
    {
        page.Heading(3, "Every secret at once");
        page.Paragraph($"The called workflow, or the program that is run, gets all tokens of this page to use one of them. Found by {Code("secrets-inherit")} and {Code("all-secrets")}.");
        page.Example("yaml", "uses: ./.github/workflows/called.yml\nsecrets: inherit\n", isGood: false);
        page.Example("yaml", $"env:\n  ALL: {Expression("toJSON(secrets)")}\n", isGood: false);
    }

    private static void AddPrinted(DocumentPage page, RegistryOverview overview)
    {
        page.Heading(3, "A token pasted into a script or handed over as an argument");
        page.Paragraph($"It ends in the list of processes, in traces and in logs. Found by {Code("secret-in-script")}, {Code("secret-in-arguments")} and {Code("secret-printed")}.");
        page.Example("yaml", $"run: curl -H \"Authorization: Bearer {Secret(NameOf(Usual(overview)))}\" https://api.example.org\n", isGood: false);
    }

    /// <summary>The token to show: one of the platform, of the lowest risk, with a bot behind it.</summary>
    private static TokenFacts? Usual(RegistryOverview overview) => Plain(overview, TokenStatus.Registered)
        .OrderBy(t => t.Entry.Permissions is { Count: > 0 } p && p.All(x => x.Level is not null) ? 0 : 1)
        .ThenBy(t => t.Entry.Restricted || t.Entry.Environment is not null ? 1 : 0)
        .ThenBy(t => t.Entry.BotIdentity is null ? 1 : 0)
        .ThenBy(t => t.Notes.Count)
        .ThenBy(t => t.Risk ?? RiskLevel.Critical)
        .ThenBy(t => t.Entry.Name, StringComparer.Ordinal)
        .FirstOrDefault();

    /// <summary>The tokens whose names can stand in an example as they are.</summary>
    private static List<TokenFacts> Plain(RegistryOverview overview, TokenStatus status) => [.. overview.With(status).Where(t => IsPlain(t.Entry.Name))];

    private static string NameOf(TokenFacts? token) => token?.Entry.Name ?? "REPORT_BOT_TOKEN";

    private static string StepName(TokenFacts? token) => token?.Entry["role"] is { } role && role.Length < 60 && role.All(c => char.IsLetterOrDigit(c) || c is ' ') ? role : "Do the one thing";

    private static string ScriptOf(TokenFacts? token) =>
        token?.Entry.AuthorizedScripts?.FirstOrDefault(s => s.Pattern.IsLiteral && IsPlain(s.Pattern.Text) && s.Pattern.Text.Contains('/', StringComparison.Ordinal)) is { } script
            ? script.Pattern.Text
            : "./scripts/task.sh";

    private static string Comment(string? text) => text is null ? "" : $" # use {Text.PlainText.OneLine(text)}";

    private static string Secret(string name) => Expression($"secrets.{name}");

    private static string Expression(string inner) => string.Concat("${{ ", inner, " }}");

    private static bool IsPlain(string text) => text.Length is > 0 and < 120 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or '/');
}
