using Warder.Engine.Findings;
using Warder.Engine.Rules.Exposure;
using Warder.Testing;

namespace Warder.Engine.Tests.Exposure;

/// <summary>Which test of a bot's name guards something, and what is to be asked instead.</summary>
public sealed class BotConditionTests
{
    [Theory]
    [InlineData("github.event.workflow_run.head_repository.full_name != github.repository || github.actor == 'dependabot[bot]'")]
    [InlineData("github.event.workflow_run.conclusion == 'success' && (github.actor == 'a[bot]' || github.event.workflow_run.head_repository.fork)")]
    public void A_test_beside_one_that_lets_strangers_pass_guards_nothing(string condition) => Run("workflow_run", condition).ShouldBeEmpty();

    [Theory]
    [InlineData("github.event.workflow_run.head_repository.full_name == github.repository || [|github.actor == 'dependabot[bot]'|]")]
    [InlineData("github.event.workflow_run.conclusion == 'success' || [|github.actor == 'dependabot[bot]'|]")]
    [InlineData("github.event.workflow_run.head_repository.fork && [|github.actor == 'dependabot[bot]'|]")]
    public void A_test_that_lets_more_pass_is_reported(string condition) =>
        Run("workflow_run", condition)[0].Hint!.ShouldContain("github.event.workflow_run.actor.login");

    [Fact]
    public void A_pull_request_is_asked_for_its_writer() =>
        Run("pull_request_target", "[|github.actor == 'dependabot[bot]'|]")[0].Hint!.ShouldContain("github.event.pull_request.user.login");

    private static IReadOnlyList<Finding> Run(string trigger, string condition)
    {
        var on = trigger == "workflow_run" ? "{ workflow_run: { workflows: [ci], types: [completed] } }" : trigger;
        var marked = MarkedText.Parse($"on: {on}\njobs:\n  a:\n    runs-on: x\n    if: {condition}\n    permissions: {{ contents: write }}\n    steps:\n      - run: gh pr merge\n        env: {{ GH_TOKEN: \"${{{{ github.token }}}}\" }}\n");
        var files = new MemoryFiles().With(".github/workflows/w.yml", marked.Text)
            .With(".github/workflows/ci.yml", "name: ci\non: pull_request\njobs:\n  a:\n    runs-on: x\n    steps: [{ run: make }]\n");
        var found = AuditRunner.Run(files, rules: [new BotCondition()]).Findings;
        found.Select(f => f.Location.Span).ShouldBe(marked.Spans, string.Join('\n', found.Select(f => f.Message)));
        return found;
    }
}
