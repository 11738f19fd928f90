using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Testing;

namespace Warder.Engine.Tests.Auditing;

public sealed class AuditorTests
{
    [Fact]
    public void A_rule_that_throws_becomes_a_diagnostic_that_names_it_and_the_others_go_on()
    {
        var files = Audits.Of(Audits.Use("X")).With("scripts/a.sh", "echo $X # warder: ignore[echo] fine\n");
        var result = Audits.Run(files, new BrokenRule(), new EchoRule());
        result.Findings.ShouldHaveSingleItem().Location.Path.ShouldBe(Audits.Path);
        result.Suppressed.ShouldHaveSingleItem();
        result.Diagnostics.ShouldAllBe(d => d.Code == "rule-failed" && d.Message.Contains("broken"));
        result.Diagnostics.Select(d => d.Path).ShouldBe([Audits.Path, "scripts/a.sh", null, null]);
    }

    [Fact]
    public void Findings_come_in_the_order_of_paths_places_and_rules()
    {
        var files = Audits.Of(Audits.Use("Y", "B"), Audits.Use("X", "A"))
            .With(".github/workflows/a.yml", Audits.Workflow(Audits.Use("Z")))
            .With("scripts/z.sh", "echo $X\n");
        var result = Audits.Run(files, new EchoRule("second"), new EchoRule("first"));
        result.Findings.Select(f => $"{f.Location.Path} {f.Location.Start.Line} {f.Rule.Slug}").ShouldBe(
        [
            ".github/workflows/a.yml 9 first", ".github/workflows/a.yml 9 second",
            ".github/workflows/ci.yml 9 first", ".github/workflows/ci.yml 9 second",
            ".github/workflows/ci.yml 10 first", ".github/workflows/ci.yml 10 second",
            "scripts/z.sh 1 first", "scripts/z.sh 1 second",
        ]);
    }

    [Fact]
    public void The_same_audit_gives_the_same_whatever_the_threads_do()
    {
        var files = new MemoryFiles();
        for (var i = 0; i < 60; i++)
        {
            files.With($".github/workflows/w{i}.yml", Audits.Workflow(Audits.Use("X"), Audits.Use($"S{i}", "B")));
        }

        var first = Audits.Run(files);
        for (var round = 0; round < 5; round++)
        {
            var again = Audits.Run(files);
            again.Findings.Select(f => f.Fingerprint).ShouldBe(first.Findings.Select(f => f.Fingerprint));
            again.Uses.Select(u => (u.Path, u.Span)).ShouldBe(first.Uses.Select(u => (u.Path, u.Span)));
        }
    }

    [Theory]
    [InlineData(Persona.Regular, Confidence.Low, 2)]
    [InlineData(Persona.Regular, Confidence.High, 1)]
    [InlineData(Persona.Pedantic, Confidence.Low, 3)]
    [InlineData(Persona.Auditor, Confidence.Low, 4)]
    [InlineData(Persona.Auditor, Confidence.Medium, 3)]
    public void The_filter_keeps_what_the_persona_and_the_confidence_allow(Persona persona, Confidence confidence, int count)
    {
        var result = Audits.Run(Audits.Of(Audits.Use("A", "A"), Audits.Use("B", "B"), Audits.Use("C", "C"), Audits.Use("D", "D")));
        Finding[] findings =
        [
            Of(result.Findings[0], Persona.Regular, Confidence.High),
            Of(result.Findings[1], Persona.Regular, Confidence.Low),
            Of(result.Findings[2], Persona.Pedantic, Confidence.High),
            Of(result.Findings[3], Persona.Auditor, Confidence.Medium),
        ];
        var whole = result with { Findings = findings, Suppressed = [.. findings.Select(f => new SuppressedFinding(f, SuppressionKind.Inline, "so"))] };
        var shown = new FindingFilter(persona, confidence).Apply(whole);
        shown.Findings.Count.ShouldBe(count);
        shown.Suppressed.Count.ShouldBe(count);
    }

    [Fact]
    public void Only_some_files_are_looked_at_when_the_options_say_so_and_the_whole_is_not_judged()
    {
        var files = Audits.Of(Audits.Use("X")).With(".github/workflows/other.yml", Audits.Workflow(Audits.Use("Y")));
        var options = new AuditOptions { Only = new HashSet<string> { Audits.Path } };
        var result = AuditRunner.Run(files, options, rules: [new EchoRule(), Warder.Engine.Rules.RuleCatalogue.Find("registry-missing")!]);
        result.Findings.ShouldHaveSingleItem().Token.ShouldBe("X");
        result.Counts.Workflows.ShouldBe(1);
    }

    [Fact]
    public void A_named_yaml_file_is_taken_for_a_workflow_wherever_it_lies()
    {
        var files = new MemoryFiles().With("templates/a.yml", Audits.Workflow(Audits.Use("X")));
        Audits.Run(files).Findings.ShouldBeEmpty();
        var named = new HashSet<string> { "templates/a.yml" };
        AuditRunner.Run(files, new AuditOptions { Only = named, Named = named }, rules: [new EchoRule()]).Findings.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_named_file_in_which_there_is_nothing_to_look_for_is_a_diagnostic()
    {
        var named = new HashSet<string> { "a.png" };
        var files = new MemoryFiles().With("a.png", "");
        var result = AuditRunner.Run(files, new AuditOptions { Only = named, Named = named }, rules: [new EchoRule()]);
        result.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe("nothing-to-audit");
        AuditRunner.Run(files, new AuditOptions { IsLoose = true }, rules: [new EchoRule()]).Diagnostics.ShouldHaveSingleItem().Path.ShouldBe("a.png");
        AuditRunner.Run(files, rules: [new EchoRule()]).Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void Ignored_paths_are_not_looked_at_unless_they_are_named()
    {
        var files = Audits.Of(Audits.Use("X")).With(".warder.yml", "ignore:\n  - .github/workflows/**\n");
        Audits.Run(files).Findings.ShouldBeEmpty();
        var named = new HashSet<string> { Audits.Path };
        AuditRunner.Run(files, new AuditOptions { Only = named, Named = named }, rules: [new EchoRule()]).Findings.ShouldHaveSingleItem();
    }

    [Fact]
    public void The_policy_adds_scripts_and_documents_and_takes_scripts_away()
    {
        var files = Audits.Of(Audits.Use("X"))
            .With("ops/deploy.tpl", "echo $X\n")
            .With("old/deploy.sh", "echo $X\n")
            .With("handbook/agents.txt", "Use the secret `X` to publish.\n")
            .With(".warder.yml", "scripts:\n  include: [ops/**]\n  exclude: [old/**]\ndocuments:\n  include: [handbook/**]\n");
        var result = Audits.Run(files);
        result.Diagnostics.ShouldBeEmpty();
        result.Counts.Scripts.ShouldBe(1);
        result.Counts.Documents.ShouldBe(1);
        result.Findings.Select(f => f.Location.Path).ShouldNotContain("old/deploy.sh");
        result.Findings.Select(f => f.Location.Path).ShouldContain("ops/deploy.tpl");
    }

    [Fact]
    public void A_file_that_fails_in_reading_costs_no_other_file()
    {
        var files = new VanishingFiles(Audits.Of(Audits.Use("X")).With(".github/workflows/gone.yml", Audits.Workflow(Audits.Use("Y"))), ".github/workflows/gone.yml");
        var result = Audits.Run(files);
        result.Findings.ShouldHaveSingleItem().Token.ShouldBe("X");
        var diagnostic = result.Diagnostics.ShouldHaveSingleItem();
        diagnostic.Code.ShouldBe("internal-error");
        diagnostic.Path.ShouldBe(".github/workflows/gone.yml");
    }

    private static Finding Of(Finding finding, Persona persona, Confidence confidence) =>
        finding with { Rule = finding.Rule with { Persona = persona }, Confidence = confidence };
}
