using Warder.Engine.Findings;
using Warder.Engine.Policy;
using Warder.Engine.Rules;
using static Warder.Reports.Documents.DocumentWords;

namespace Warder.Reports.Documents;

/// <summary>What the policy document says of how the policy is held: the rules in force, and the exceptions.</summary>
internal static class PolicyEnforcement
{
    private static readonly Severity[] Levels = [Severity.Critical, Severity.Error, Severity.Warning, Severity.Info];

    public static void Add(DocumentPage page, RegistryOverview overview)
    {
        var policy = overview.Policy;
        page.Heading(2, "Enforcement");
        page.Paragraph($"{Code("warder audit")} holds the repository against these rules, in the pipeline and before a commit. {Code("warder explain <rule>")} tells of each what it finds, why, and how to mend it.");
        List<RuleDescriptor> all = [.. RuleCatalogue.All.Select(r => r.Descriptor)];
        List<RuleDescriptor> running = [.. all.Where(r => !policy.IsOff(r) && r.Persona == Persona.Regular && (r.Start == RuleStart.Audit || policy.IsAsked(r)))];
        foreach (var level in Levels)
        {
            var rules = running.Where(r => SeverityOf(policy, r) == level).ToList();
            if (rules.Count == 0)
            {
                continue;
            }

            page.Heading(3, Words.Of(level) is var word && level == Severity.Info ? "Notes" : char.ToUpperInvariant(word[0]) + word[1..]);
            page.Paragraph($"To be answered within {new Inline.Strong(Time(policy.ResponseTimes.For(level)))}.");
            page.Table($"Rules of severity {word}", ["Rule", "What it finds", "About"], [.. rules.Select(r => (IReadOnlyList<Rich>)[Code(r.Slug), Title(policy, r), Words.Of(r.Category)])]);
        }

        AddOff(page, all.Where(policy.IsOff));
        AddExceptions(page, policy);
    }

    private static Severity SeverityOf(AuditPolicy policy, RuleDescriptor rule) => policy.SeverityOf(rule) ?? rule.Severity;

    private static Rich Title(AuditPolicy policy, RuleDescriptor rule) => policy.SeverityOf(rule) is { } own && own != rule.Severity
        ? (Rich)$"{rule.Title} (by this policy; {Words.Of(rule.Severity)} by default)"
        : rule.Title;

    private static void AddOff(DocumentPage page, IEnumerable<RuleDescriptor> rules)
    {
        List<Rich> off = [.. rules.Select(r => (Rich)$"{Code(r.Slug)}: {r.Title}")];
        if (off.Count > 0)
        {
            page.Heading(3, "Switched off");
            page.Bullets(off);
        }
    }

    private static void AddExceptions(DocumentPage page, AuditPolicy policy)
    {
        page.Heading(3, "Exceptions");
        if (policy.Exceptions.Count == 0)
        {
            page.Paragraph("There are none. One needs a rule, an owner, a reason and an end, in the policy file, and so a review.");
            return;
        }

        page.Paragraph("Each has somebody who answers for it, and an end, after which the finding counts again.");
        page.Table("Exceptions", ["Rule", "Where", "Token", "Owner", "Reason", "Holds until"],
        [
            .. policy.Exceptions.Select(e => (IReadOnlyList<Rich>)
            [
                Code(e.Rule), Where(e), e.Token is { } token ? Code(token) : (Rich)"all", e.Owner, e.Reason, Day(e.Expires),
            ]),
        ]);
    }

    private static Rich Where(PolicyException exception) => (exception.Path, exception.Job) switch
    {
        (null, null) => "everywhere",
        ({ } path, null) => Code(path.Text),
        (null, { } job) => (Rich)$"job {Code(job)}",
        ({ } path, { } job) => (Rich)$"{Code(path.Text)}, job {Code(job)}",
    };
}
