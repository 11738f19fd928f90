using Warder.Engine.Policy;
using Warder.Engine.Registry;
using static Warder.Reports.Documents.DocumentWords;

namespace Warder.Reports.Documents;

/// <summary>What the policy document says of the scope of a token: permissions, environments, strangers, age, and what an entry must say.</summary>
internal static class PolicyScoping
{
    private static readonly RiskLevel[] Levels = [RiskLevel.Critical, RiskLevel.High, RiskLevel.Medium, RiskLevel.Low];

    public static void Add(DocumentPage page, RegistryOverview overview)
    {
        var registered = overview.With(TokenStatus.Registered);
        page.Heading(2, "Scoping");
        page.Heading(3, "Permissions");
        page.Bullets(
            $"A workflow begins with {Code("permissions: {}")}; each job adds what it needs. {Code("warder permissions --why")} shows what that is, and why.",
            $"A registered token carries the permissions in its entry and no others. One that writes where a reader would do is replaced.",
            $"Where a token may be used is in its entry, {Code("authorized_workflows")} and {Code("authorized_scripts")}. A new place means a change of the registry, and with it a review.");
        AddGroup(page, "Bound to an environment", "These are secrets of a deployment environment, and only jobs that name it may use them.", registered, t => t.Entry.Environment is { } e ? (Rich)$"{LinkCode(t)} in {Code(e)}" : null);
        AddGroup(page, "Restricted", "No run that strangers can start may reach these: no pull request from a fork, no comment, no run after one of those.", registered, t => t.Entry.Restricted ? Rich.Of(LinkCode(t)) : null);
        page.Heading(3, "Age");
        page.Paragraph($"A token is replaced before it is older than this, unless its entry says otherwise. {Warnings(overview.Policy)}");
        page.Table("Rotation", ["Risk", "Replaced after", "Tokens"],
        [
            .. Levels.Select(l => (IReadOnlyList<Rich>)[Risk(l), Days(overview, l), Holders(registered, l)]),
        ]);
        page.Heading(3, "What an entry must say");
        page.Paragraph($"Required in this repository: {Rich.Join(", ", overview.Policy.RequiredFields.Select(f => (Rich)Code(f)))}.");
        page.Checks(
            "The task is described, and no registered token fits it.",
            "The least permissions are known and written down.",
            "A bot identity and an owner are named, and somebody for when the owner is away.",
            "The places that may use it are listed; an environment is named where it deploys.",
            "It has an end or a rotation, and a runbook for the day it leaks.");
    }

    private static Rich Holders(IReadOnlyList<TokenFacts> tokens, RiskLevel level)
    {
        List<Rich> holders = [.. tokens.Where(t => t.Risk == level).Select(t => (Rich)LinkCode(t))];
        return holders.Count == 0 ? "none" : Rich.Join(", ", holders);
    }

    private static Inline LinkCode(TokenFacts token) => Code(token.Entry.Name);

    private static Rich Warnings(AuditPolicy policy) =>
        policy.ExpiryWarningDays.Count == 0 ? "" : (Rich)$"A warning comes when so many days are left before a declared end: {string.Join(", ", policy.ExpiryWarningDays)}.";

    private static Rich Days(RegistryOverview overview, RiskLevel level) =>
        $"{(overview.Policy.RotationDays.TryGetValue(level, out var days) ? days : RiskModel.DefaultRotationDays(level))} days";

    private static void AddGroup(DocumentPage page, string title, string words, IReadOnlyList<TokenFacts> tokens, Func<TokenFacts, Rich?> show)
    {
        List<Rich> items = [.. tokens.Select(show).OfType<Rich>()];
        if (items.Count > 0)
        {
            page.Heading(3, title);
            page.Paragraph(words);
            page.Bullets(items);
        }
    }
}
