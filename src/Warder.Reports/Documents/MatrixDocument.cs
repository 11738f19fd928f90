using Warder.Engine.Policy;
using Warder.Engine.Registry;
using static Warder.Reports.Documents.DocumentWords;

namespace Warder.Reports.Documents;

/// <summary>The matrix of token permissions: what each token may do, where, and where it is used.</summary>
internal static class MatrixDocument
{
    private const int MaxUnknownFiles = 40;

    public static DocumentPage Build(RegistryOverview overview, string policyLink)
    {
        var page = new DocumentPage(DocumentKind.Matrix, "Token permissions matrix");
        page.Paragraph($"What each token of this repository may do, who answers for it, where it may be used and where it is. The rules behind it are in the {new Inline.Link("policy", policyLink)}.");
        page.Kept("introduction");
        AddSummary(page, overview);
        AddClassification(page, overview);
        foreach (var category in overview.Categories)
        {
            page.Heading(2, Title(category.Key));
            foreach (var token in category)
            {
                TokenSection.Add(page, overview, token);
            }
        }

        AddLeaving(page, overview, TokenStatus.Deprecated, "Deprecated", "These still work, and every use of them is to move to what replaces them.");
        AddLeaving(page, overview, TokenStatus.Prohibited, "Prohibited", "These are not to be used at all.");
        AddUnregistered(page, overview);
        AddHierarchy(page, overview.Registry);
        page.Heading(2, "How risk is worked out");
        page.Bullets([.. RiskModel.Explanation.Select(Marked)]);
        AddUnseen(page, overview);
        page.Heading(2, "Contacts");
        page.Paragraph("Whom to ask, and whom to tell.");
        page.Kept("contacts");
        return page;
    }

    private static void AddSummary(DocumentPage page, RegistryOverview overview)
    {
        var registered = overview.With(TokenStatus.Registered);
        var unused = registered.Where(t => t.Uses + t.Unwritten == 0).ToList();
        var unauthorized = registered.Where(t => t.Places.Any(p => p.State == PlaceState.Unauthorized)).ToList();
        var condemned = overview.Tokens.Where(t => t.Entry.Status != TokenStatus.Registered && t.Uses > 0).ToList();
        var repository = overview.Result.Repository;
        page.Heading(2, "Summary");
        page.Table("Summary", ["What", "Figure"],
        [
            ["Registered tokens", $"{registered.Count} in {Words.Count(overview.Categories.Count(), "category").Replace("categorys", "categories", StringComparison.Ordinal)}"],
            ["By risk", Risks(registered)],
            ["Registered, used nowhere", Named(unused)],
            ["Used where they may not be", Named(unauthorized)],
            ["Deprecated or prohibited, still used", Named(condemned)],
            ["Secrets in use that are not registered", Number(overview.Unregistered().Count())],
            ["Without an owner", Of(registered, t => t.Entry["owner"] is null)],
            ["Without an end, and never seen replaced", Of(registered, t => t.Entry.Expires is null && t.Entry.Rotated is null && t.Entry.Created is null)],
            ["The default token", PolicyStatement.Word(repository.DefaultToken)],
            ["Registry", RegistryLine(overview.Registry)],
        ]);
    }

    private static Rich RegistryLine(TokenRegistry registry)
    {
        Rich line = $"{Code(registry.Source.Path)}";
        foreach (var (key, words) in new[] { ("version", "version"), ("maintained_by", "maintained by"), ("last_updated", "last updated") })
        {
            if (registry.Metadata.TryGetValue(key, out var field))
            {
                line = $"{line}, {words} {field.Text}";
            }
        }

        return line;
    }

    private static Rich Risks(IReadOnlyList<TokenFacts> tokens) => Rich.Join(", ", tokens
        .GroupBy(t => t.Risk)
        .OrderByDescending(g => g.Key ?? (RiskLevel)(-1))
        .Select(g => (Rich)$"{g.Count()} {Risk(g.Key)}"));

    private static Rich Named(List<TokenFacts> tokens) =>
        tokens.Count == 0 ? "none" : (Rich)$"{tokens.Count}: {Rich.Join(", ", tokens.Select(t => (Rich)LinkTo(t)))}";

    private static Rich Of(IReadOnlyList<TokenFacts> tokens, Func<TokenFacts, bool> fits) =>
        tokens.Count(fits) is > 0 and var count ? (Rich)$"{count} of {tokens.Count}" : "none";

    private static Rich Number(int count) => count == 0 ? "none" : (Rich)$"{count}";

    private static void AddClassification(DocumentPage page, RegistryOverview overview)
    {
        page.Heading(2, "Classification");
        page.Paragraph("Every token of the registry, the most dangerous first within each standing.");
        var rows = overview.Tokens
            .OrderBy(t => t.Entry.Status)
            .ThenByDescending(t => t.Risk ?? (RiskLevel)(-1))
            .ThenBy(t => t.Entry.Name, StringComparer.Ordinal)
            .Select(t => (IReadOnlyList<Rich>)
            [
                LinkTo(t), Badge(t.Entry.Status), Risk(t.Risk), Title(t.Entry.Category), TextOr(t.Entry.BotIdentity), TextOr(t.Entry["owner"]),
                UsesOf(t), Worst(t),
            ]);
        page.Table("Classification", ["Token", "Standing", "Risk", "Category", "Bot", "Owner", "Uses", "Notes"], [.. rows]);
    }

    private static Rich UsesOf(TokenFacts token) => token.Uses + token.Unwritten == 0
        ? "none"
        : (Rich)$"{token.Uses + token.Unwritten} in {Words.Count(token.Files, "file")}";

    private static Rich Worst(TokenFacts token) => token.Notes.Count == 0 ? "none" : (Rich)$"{token.Notes.Count}, {Badge(token.Notes[0].Severity)}";

    private static void AddLeaving(DocumentPage page, RegistryOverview overview, TokenStatus status, string title, string words)
    {
        var tokens = overview.With(status);
        if (tokens.Count == 0)
        {
            return;
        }

        page.Heading(2, title);
        page.Paragraph(words);
        page.Table(title, ["Token", "Use instead", "Why", "Since", "Still used"],
        [
            .. tokens.Select(t => (IReadOnlyList<Rich>)
            [
                LinkTo(t), TextOr(t.Entry.Instead), TextOr(t.Entry["reason"]), t.Entry.DeprecationDate is { } day ? Day(day) : "not declared", UsesOf(t),
            ]),
        ]);
        foreach (var token in tokens)
        {
            TokenSection.Add(page, overview, token);
        }
    }

    private static void AddUnregistered(DocumentPage page, RegistryOverview overview)
    {
        IReadOnlyList<IReadOnlyList<Rich>> rows = [.. overview.Unregistered().Select(u => (IReadOnlyList<Rich>)[Code(u.Token), Words.Count(u.Files, "file")])];
        if (rows.Count > 0)
        {
            page.Heading(2, "Not registered");
            page.Paragraph("These secrets are used, and the registry does not know them: nobody has said what they may do.");
            page.Table("Not registered", ["Secret", "Used in"], rows);
        }
    }

    private static void AddHierarchy(DocumentPage page, TokenRegistry registry)
    {
        if (registry.Hierarchy.Count > 0)
        {
            page.Heading(2, "Hierarchy");
            page.Table("Hierarchy", ["Group", "Role", "Token"],
                [.. registry.Hierarchy.Select(l => (IReadOnlyList<Rich>)[Title(l.Group), Title(l.Role), Code(l.Token)])]);
        }
    }

    private static void AddUnseen(DocumentPage page, RegistryOverview overview)
    {
        page.Heading(2, "What could not be seen");
        var result = overview.Result;
        foreach (var diagnostic in result.Diagnostics)
        {
            page.Remark($"{Code(diagnostic.Path ?? ".")}: {diagnostic.Message}");
        }

        var files = overview.Unknowns.GroupBy(u => u.Path, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        if (files.Count == 0)
        {
            page.Paragraph("Every token reference in workflows, actions, scripts and documents for agents was followed to its end. What a token is granted on the platform, and how often it really runs, is not in a repository and not in this document.");
            return;
        }

        page.Paragraph("These were not followed to their end; a use behind them would not be in this document. What a token is granted on the platform, and how often it really runs, is not in a repository either.");
        page.Table("What could not be seen", ["File", "What", "Because"],
        [
            .. files.Take(MaxUnknownFiles).Select(g => (IReadOnlyList<Rich>)
            [
                Code(g.Key),
                Listed(g.Select(u => u.Subject)),
                Listed(g.Select(u => u.Because)),
            ]),
        ]);
        if (files.Count > MaxUnknownFiles)
        {
            page.Paragraph($"And {Words.Count(files.Count - MaxUnknownFiles, "more file")}; the command {Code("warder audit --verbose")} names all.");
        }
    }

    private static Rich Listed(IEnumerable<string> texts)
    {
        List<string> all = [.. texts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var more = all.Count > 3 ? $"; and {all.Count - 3} more" : "";
        return string.Join("; ", all.Take(3)) + more;
    }
}
