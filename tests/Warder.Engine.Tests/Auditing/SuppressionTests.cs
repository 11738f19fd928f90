using Warder.Engine.Auditing;
using Warder.Engine.Rules.Hygiene;
using Warder.Testing;

namespace Warder.Engine.Tests.Auditing;

public sealed class SuppressionTests
{
    [Theory]
    [InlineData("A: ${{ secrets.X }} # warder: ignore[echo] it is known")]
    [InlineData("A: ${{ secrets.X }} # warder:ignore[echo] it is known")]
    [InlineData("A: ${{ secrets.X }} # warder: ignore[ other , echo ] it is known")]
    [InlineData("# warder: ignore[echo] it is known|A: ${{ secrets.X }}")]
    [InlineData("# warder: ignore[echo] it is known||A: ${{ secrets.X }}")]
    [InlineData("# warder: ignore[other] another thing|# warder: ignore[echo] it is known|A: ${{ secrets.X }}")]
    [InlineData("# warder: ignore[echo] it is known|# and this explains it|A: ${{ secrets.X }}")]
    public void A_comment_hides_the_finding_on_its_line_or_the_next(string lines)
    {
        var result = Audits.Run(Audits.Of(lines.Split('|')));
        result.Findings.ShouldBeEmpty();
        var hidden = result.Suppressed.ShouldHaveSingleItem();
        hidden.By.ShouldBe(SuppressionKind.Inline);
        hidden.Reason.ShouldBe("it is known");
    }

    [Theory]
    [InlineData("A: ${{ secrets.X }} # warder: ignore[echo]")]
    [InlineData("A: ${{ secrets.X }} # warder: ignore[echoes] it is known")]
    [InlineData("A: ${{ secrets.X }} # warder: ignore echo it is known")]
    [InlineData("A: ${{ secrets.X }} # warder: ignore[echo it is known")]
    [InlineData("# warder: ignore[echo] for the next line only|B: c|A: ${{ secrets.X }}")]
    [InlineData("A: ${{ secrets.X }}|# warder: ignore[echo] comes too late")]
    [InlineData("B: warder ignore[echo] no comment|A: ${{ secrets.X }}")]
    public void Anything_else_hides_nothing(string lines)
    {
        var result = Audits.Run(Audits.Of(lines.Split('|')));
        result.Findings.ShouldHaveSingleItem();
        result.Suppressed.ShouldBeEmpty();
    }

    [Fact]
    public void A_comment_hides_only_on_its_own_line()
    {
        var result = Audits.Run(Audits.Of(Audits.Use("X", "A"), Audits.Use("X", "B") + " # warder: ignore[echo] this one", Audits.Use("X", "C")));
        result.Findings.Select(f => f.Location.Start.Line).ShouldBe([9, 11]);
        result.Suppressed.ShouldHaveSingleItem().Finding.Location.Start.Line.ShouldBe(10);
    }

    [Fact]
    public void A_rule_that_may_not_be_suppressed_is_not()
    {
        var result = Audits.Run(Audits.Of(Audits.Use("X") + " # warder: ignore[echo] please"), new EchoRule(suppressible: false));
        result.Findings.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("scripts/a.sh", "echo \"$X_TOKEN\" # warder: ignore[echo] it is known\n")]
    [InlineData("scripts/a.sh", "# warder: ignore[echo] it is known\necho \"$X_TOKEN\"\n")]
    [InlineData("scripts/a.js", "const x = process.env.X_TOKEN; // warder: ignore[echo] it is known\n")]
    [InlineData("scripts/a.js", "/* warder: ignore[echo] it is known */\nconst x = process.env.X_TOKEN;\n")]
    [InlineData("scripts/a.py", "import os\nx = os.environ['X_TOKEN']  # warder: ignore[echo] it is known\n")]
    [InlineData("AGENTS.md", "# Rules\n\n<!-- warder: ignore[echo] it is known -->\nUse the secret `X_TOKEN` to publish.\n")]
    public void Scripts_and_documents_have_comments_of_their_own(string path, string text)
    {
        var files = new MemoryFiles().With(Audits.Path, Audits.Workflow(Audits.Use("X_TOKEN"))).With(path, text);
        var result = Audits.Run(files);
        result.Findings.ShouldHaveSingleItem().Location.Path.ShouldBe(Audits.Path);
        result.Suppressed.ShouldHaveSingleItem().Finding.Location.Path.ShouldBe(path);
        result.Suppressed[0].Reason.ShouldBe("it is known");
    }

    [Theory]
    [InlineData("B: c # warder: ignore[stale-suppression] nothing here", 1)]
    [InlineData("B: c # warder: ignore[no-such-rule] nothing here", 1)]
    [InlineData("A: ${{ secrets.X }} # warder: ignore[echo]", 1)]
    [InlineData("A: ${{ secrets.X }} # warder: ignore[echo] good", 0)]
    [InlineData("B: c # warder: ignore[invalid-workflow] that rule did not run", 0)]
    public void A_suppression_that_hides_nothing_is_a_finding(string line, int count)
    {
        var result = Audits.Run(Audits.Of(line), new EchoRule(), new StaleSuppression());
        result.Findings.Count(f => f.Rule.Slug == "stale-suppression").ShouldBe(count);
    }

    [Fact]
    public void Comments_in_the_registry_hide_findings_there()
    {
        var files = new MemoryFiles().With(
            ".codex/tokens/token_scope_map.yaml",
            "automation:\n  x:\n    token: X_TOKEN # warder: ignore[registry-incomplete] it goes away next week\n");
        var rule = Warder.Engine.Rules.RuleCatalogue.Find("registry-incomplete")!;
        var result = Audits.Run(files, rule);
        result.Findings.Where(f => f.Location.Start.Line == 3).ShouldBeEmpty();
        (result.Findings.Count + result.Suppressed.Count).ShouldBeGreaterThan(0);
    }
}
