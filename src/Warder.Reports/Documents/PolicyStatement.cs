using Warder.Engine.Policy;
using Warder.Engine.Registry;
using static Warder.Reports.Documents.DocumentWords;

namespace Warder.Reports.Documents;

/// <summary>What the policy document says first: the statement, what it covers and the principles.</summary>
internal static class PolicyStatement
{
    public static string TitleOf(DefaultTokenPolicy policy) => policy == DefaultTokenPolicy.Forbid ? "No default token policy" : "Token policy";

    /// <summary>The policy on the default token in a few words.</summary>
    public static Rich Word(DefaultTokenPolicy policy) => policy switch
    {
        DefaultTokenPolicy.Forbid => new Inline.Badge("forbidden", Tone.Bad),
        DefaultTokenPolicy.ReadOnly => new Inline.Badge("for reading only", Tone.Fair),
        DefaultTokenPolicy.LeastPrivilege => new Inline.Badge("with the least permissions", Tone.Good),
        _ => new Inline.Badge("allowed", Tone.Quiet),
    };

    public static void Add(DocumentPage page, RegistryOverview overview)
    {
        var repository = overview.Result.Repository;
        page.Heading(2, "Statement");
        page.Paragraph(Statement(repository.DefaultToken));
        page.Paragraph(Reason(repository.DefaultToken));
        if (overview.Registry.Compliance.TryGetValue("policy", out var name))
        {
            page.Paragraph($"The registry calls this policy {new Inline.Strong(name.Text)}.");
        }

        page.Heading(2, "What it covers");
        page.Bullets(
            $"Workflows, reusable workflows and actions of this repository, each job and each step.",
            $"Scripts that read a token from their environment, and the configuration of tools that name one.",
            $"Documents and configurations that tell agents which token to use.",
            $"The registry {Code(overview.Registry.Source.Path)} itself: a token that is not in it is not to be used.");
        page.Paragraph("It does not cover the keys with which people work on their own machines, and it cannot see what a token is granted on the platform.");
        page.Kept("scope");
        page.Heading(2, "Principles");
        page.Numbers(
            "One token for one task. When it leaks, one task stops, and everybody knows which.",
            "Every token has a bot behind it and a person before it: the bot shows in the history what acted, the owner answers for it.",
            "No more than the task needs: the permissions that its steps were seen to need, no organisation-wide token for the work of one repository.",
            "Nearest to its use: in the step that needs it, not in a job or a workflow.",
            "Away from strangers: no token but a read-only one where the run was started by, or runs, code that nobody has reviewed.",
            "For a limited time: it expires or is rotated. Where the other side accepts an identity of the run, nothing is stored at all.");
    }

    private static Rich Statement(DefaultTokenPolicy policy) => policy switch
    {
        DefaultTokenPolicy.Forbid => (Rich)$"The default token ({Code("GITHUB_TOKEN")}, {Code("github.token")}) {new Inline.Strong("is not used")}. Automation works with registered tokens, each made for one purpose, with a bot's name and no more permissions than that purpose needs.",
        DefaultTokenPolicy.ReadOnly => $"The default token ({Code("GITHUB_TOKEN")}, {Code("github.token")}) is used {new Inline.Strong("for reading only")}. Whatever writes does so with a registered token, made for one purpose, with a bot's name.",
        DefaultTokenPolicy.LeastPrivilege => $"The default token ({Code("GITHUB_TOKEN")}, {Code("github.token")}) may be used {new Inline.Strong("with the least permissions")}: each job declares the permissions that it needs and no others. Where it does not reach, a registered token is used, made for one purpose.",
        _ => $"The default token ({Code("GITHUB_TOKEN")}, {Code("github.token")}) {new Inline.Strong("may be used")}. All other tokens are registered, each made for one purpose, with a bot's name and no more permissions than that purpose needs.",
    };

    private static Rich Reason(DefaultTokenPolicy policy) => policy == DefaultTokenPolicy.Forbid
        ? "The default token acts under one name for all automation, so the history does not show which part acted; its permissions depend on settings outside the file that uses it; and every job has it, whether it needs one or not."
        : "The default token ends with its job and is never stored, which no registered token can say of itself. What it may do is written in the workflow, where a review sees it.";

    public static void AddClassification(DocumentPage page, RegistryOverview overview, string matrixLink)
    {
        page.Heading(2, "Classification");
        page.Paragraph($"The categories of the registry. Each token with its permissions and uses is in the {new Inline.Link("matrix", matrixLink)}.");
        page.Table("Categories", ["Category", "Tokens", "Highest risk", "Permissions together"],
        [
            .. overview.Categories.Select(c => (IReadOnlyList<Rich>)
            [
                Title(c.Key),
                Rich.Join(", ", c.Select(t => (Rich)LinkTo(t, matrixLink))),
                Risk(c.Max(t => t.Risk)),
                Together(c),
            ]),
        ]);
        page.Paragraph("Risk follows from permissions:");
        page.Bullets([.. RiskModel.Explanation.Select(Marked)]);
    }

    private static Rich Together(IEnumerable<TokenFacts> tokens)
    {
        List<Rich> permissions = [.. tokens.SelectMany(t => t.Entry.Permissions ?? []).Select(p => p.Text).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(p => (Rich)Code(p))];
        return permissions.Count == 0 ? Nothing : Rich.Join(", ", permissions);
    }
}
