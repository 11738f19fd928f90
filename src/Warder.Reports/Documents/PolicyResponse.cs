using Warder.Engine.Findings;
using Warder.Engine.Registry;
using static Warder.Reports.Documents.DocumentWords;

namespace Warder.Reports.Documents;

/// <summary>What the policy document says of the day something goes wrong, and of the people who must know.</summary>
internal static class PolicyResponse
{
    public static void Add(DocumentPage page, RegistryOverview overview, string matrixLink)
    {
        AddViolations(page, overview);
        AddEmergency(page, overview, matrixLink);
        AddAround(page);
        AddTraining(page, overview, matrixLink);
        AddReview(page, overview);
    }

    private static void AddViolations(DocumentPage page, RegistryOverview overview)
    {
        var times = overview.Policy.ResponseTimes;
        page.Heading(2, "When the policy is violated");
        page.Table("Response times", ["Class", "Findings", "Answered within", "What is done"],
        [
            ["Critical", Badge(Severity.Critical), Time(times.Critical), "The token is taken out of use or replaced, the run that used it is stopped, the owner is told"],
            ["Major", Badge(Severity.Error), Time(times.Major), "The use is moved to the right token or the entry is mended; if neither is possible, an exception with an end"],
            ["Minor", (Rich)$"{Badge(Severity.Warning)}, {Badge(Severity.Info)}", Time(times.Minor), "Mended with the next change of the file"],
        ]);
        page.Numbers(
            "See what it is: the finding names the file, the job and the token; the rule's page says what follows from it.",
            "Ask the owner of the token whether the use is known. An unknown use is treated as a leak.",
            (Rich)$"Mend it. What a machine can mend, {Code("warder fix --dry-run")} shows.",
            "Prove it: the audit of the change no longer has the finding.",
            "Write down what let it happen, and change the rule, the review or the training by it.");
        page.Kept("escalation");
    }

    private static void AddEmergency(DocumentPage page, RegistryOverview overview, string matrixLink)
    {
        page.Heading(2, "Emergency: a token has leaked");
        page.Paragraph($"A token counts as leaked when its value was in a log, a commit, an artifact, a message or a process that strangers could read, however short. Nobody has to be sure. The first three steps are done within {new Inline.Strong(Time(overview.Policy.ResponseTimes.Critical))}.");
        page.Numbers(
            "Revoke it where it was issued. Deleting the secret in the repository is not enough: the value works on.",
            "Look up in the table below what it could do, and stop the workflows that depend on it.",
            "Tell the owner, and whoever is listed under the contacts.",
            "Make a new one with the same permissions or fewer, store it under the same name, and note the day in the registry.",
            "Read the audit log of the platform for what the bot did since the leak, and undo it: commits, releases, packages, settings, new keys.",
            (Rich)$"Find the value everywhere else: {Code("warder scan --history")} for the repository, and by hand in logs, artifacts and messages.",
            "Write the report: when, how it got out, what was done with it, what will stop the next one.");
        page.Heading(3, "What each token could do");
        page.Paragraph("The most dangerous first.");
        page.Table("Reach of each token", ["Token", "Risk", "The worst it can do", "Reaches", "Runs in", "Owner", "Runbook"],
        [
            .. overview.Tokens
                .Where(t => t.Entry.Status != TokenStatus.Prohibited)
                .OrderByDescending(t => t.Risk ?? (RiskLevel)(-1))
                .ThenBy(t => t.Entry.Name, StringComparer.Ordinal)
                .Select(t => (IReadOnlyList<Rich>)
                [
                    LinkTo(t, matrixLink), Risk(t.Risk), WorstOf(t, overview), Reach(t.Entry),
                    t.Files == 0 ? "no file found" : Words.Count(t.Files, "file"), Owner(t.Entry), TextOr(t.Entry["runbook"]),
                ]),
        ]);
        page.Kept("emergency-contacts");
    }

    private static Rich WorstOf(TokenFacts token, RegistryOverview overview) => token.Because is { } because
        ? Worst(because, overview.Result.Repository.Facts.Scopes)
        : token.Entry.Status == TokenStatus.Deprecated ? "not declared any more; take the worst for granted" : "not known; take the worst for granted";

    private static Rich Reach(TokenEntry entry) => (entry["blast_radius"], entry.Environment) switch
    {
        (null, null) => Nothing,
        ({ } radius, null) => radius,
        (null, { } environment) => (Rich)$"environment {environment}",
        ({ } radius, { } environment) => (Rich)$"{radius}, environment {environment}",
    };

    private static Rich Owner(TokenEntry entry) => entry["backup_owner"] is { } backup ? (Rich)$"{TextOr(entry["owner"])}, {backup}" : TextOr(entry["owner"]);

    private static void AddAround(DocumentPage page)
    {
        page.Heading(2, "Around the tokens");
        page.Bullets(
            $"Files that hold values stay out of git and of images: {Code("warder potato check")} tries the ignore files, {Code("warder scan")} looks for values that got in all the same.",
            $"Logs and reports have no values in them: Warder hides them in all it writes, {Code("warder redact")} in what others write.",
            $"What tools leave behind may hold values too: {Code("warder guard check")} finds it in the root of the repository.");
    }

    private static void AddTraining(DocumentPage page, RegistryOverview overview, string matrixLink)
    {
        page.Heading(2, "Training");
        page.Paragraph("Whoever may change a workflow, a script that runs in one, or the registry has done this once, and again when the policy changes.");
        page.Checks(
            $"I have read this policy, and can say in a sentence what holds for the default token here.",
            $"I have found in the {new Inline.Link("matrix", matrixLink)} which token the workflow I work on uses, and who owns it.",
            $"I have run {Code("warder audit")} on my own machine and read one rule's page with {Code("warder explain")}.",
            $"I have seen with {Code("warder permissions --why")} why a job needs what it is granted.",
            $"I know how to ask for a new token: the entry in {Code(overview.Registry.Source.Path)} first, the secret afterwards.",
            $"I know what to do first when a token leaks, and where it is issued for the tokens I own.");
        page.Kept("training");
    }

    private static void AddReview(DocumentPage page, RegistryOverview overview)
    {
        page.Heading(2, "Review");
        var often = overview.Registry.Compliance.TryGetValue("audit_frequency", out var frequency) ? frequency.Text : "How often is not declared; once in a quarter is a good beginning";
        page.Table("Review", ["When", "What is looked at"],
        [
            ["Each change", $"The pipeline: {Code("warder audit")} for the rules, {Code("warder docs --check")} for this document and the matrix"],
            ["Each new token", "The list under what an entry must say, by the owner and one other person"],
            ["Each rotation, each exception that ends", "Is the token still needed, and are its permissions still the least?"],
            [often, "The registry from top to bottom: does each token have its use, its owner, and what stands against it in the matrix answered?"],
            ["Each leak, each critical finding", "This policy: what would have prevented it, and what would have shown it sooner?"],
        ]);
        page.Kept("approvals");
    }
}
