using Warder.Engine.Findings;
using Warder.Engine.Rules.Exposure;
using Warder.Engine.Rules;
using Warder.Testing;

namespace Warder.Engine.Tests.Exposure;

/// <summary>When the build of an image from a stranger's code is within reach of what the job holds.</summary>
public sealed class ImageBuildTests
{
    private const string Login = "{ uses: docker/login-action@v3, with: { username: x, password: \"${{ secrets.PUSH_TOKEN }}\" } }";
    private const string Apart = "{ uses: docker/build-push-action@v6, with: { context: ., push: true } }";

    [Theory]
    [InlineData(Apart)]
    [InlineData("{ run: docker build -t x . }")]
    [InlineData("{ run: docker buildx build --push -t x . }")]
    public void A_build_that_is_handed_nothing_is_left_to_the_trigger(string build)
    {
        Found("pull_request_target", Checkout(persists: false), Login, build).ShouldBeEmpty();
        Of(new DangerousTrigger(), Workflow("pull_request_target", [Checkout(persists: false), Login, build])).ShouldHaveSingleItem();
    }

    [Fact]
    public void Where_the_trigger_is_not_spoken_of_it_is_a_warning()
    {
        var found = Found("issue_comment", Checkout(persists: false), Login, Apart).ShouldHaveSingleItem();
        found.Severity.ShouldBe(Severity.Warning);
        found.Message.ShouldContain("builds an image of it");
    }

    [Theory]
    [InlineData("{ uses: docker/build-push-action@v6, with: { context: ., secrets: \"a=${{ secrets.PUSH_TOKEN }}\" } }")]
    [InlineData("{ uses: docker/build-push-action@v6, with: { context: ., secret-envs: A=B } }")]
    [InlineData("{ uses: docker/build-push-action@v6, with: { context: ., ssh: default } }")]
    [InlineData("{ uses: docker/build-push-action@v6, with: { context: ., build-args: \"a=${{ secrets.PUSH_TOKEN }}\" } }")]
    [InlineData("{ run: 'docker build --secret id=a .' }")]
    [InlineData("{ run: 'docker build --build-arg A=$KEY .', env: { KEY: \"${{ secrets.PUSH_TOKEN }}\" } }")]
    [InlineData("{ run: 'docker build -t x . && make' }")]
    public void A_build_that_is_handed_something_runs_within_reach(string build) =>
        Found("pull_request_target", Checkout(persists: false), Login, build).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Critical);

    [Theory]
    [InlineData("{ uses: actions/checkout@v4, with: { ref: \"${{ github.event.pull_request.head.sha }}\" } }", true)]
    [InlineData("{ uses: actions/checkout@v6, with: { ref: \"${{ github.event.pull_request.head.sha }}\" } }", false)]
    public void A_token_in_the_tree_is_within_reach(string checkout, bool isFound) => Found("pull_request_target", checkout, Login, Apart).Count.ShouldBe(isFound ? 1 : 0);

    [Theory]
    [InlineData("google-github-actions/auth@v3", 1)]
    [InlineData("docker/setup-buildx-action@v3", 0)]
    public void An_action_that_leaves_a_token_in_the_tree_puts_it_within_reach(string action, int found) =>
        Found("pull_request_target", Checkout(persists: false), $"{{ uses: {action} }}", Login, Apart).Count.ShouldBe(found);

    [Theory]
    [InlineData("success()", "echo a", false)]
    [InlineData("success()", "gh api x", true)]
    [InlineData("always()", "gh api x", false)]
    public void A_condition_on_the_jobs_before_holds_nobody_off_where_none_of_them_asks(string condition, string before, bool isGuarded)
    {
        var workflow = Workflow("pull_request_target", [Checkout(persists: false), "{ run: make, env: { KEY: \"${{ secrets.PUSH_TOKEN }}\" } }"])
            .Replace("  a:\n", $"  b:\n    runs-on: x\n    steps:\n      - run: {before}\n  a:\n    needs: b\n    if: {condition}\n", StringComparison.Ordinal);
        Of(new UntrustedCodeWithToken(), workflow)[0].Message.EndsWith("(something may hold strangers off)", StringComparison.Ordinal).ShouldBe(isGuarded);
    }

    private static string Checkout(bool persists) =>
        $"{{ uses: actions/checkout@v4, with: {{ persist-credentials: {(persists ? "true" : "false")}, ref: \"${{{{ github.event.pull_request.head.sha || format('refs/pull/{{0}}/head', github.event.issue.number) }}}}\" }} }}";

    private static IReadOnlyList<Finding> Found(string trigger, params string[] steps) => Of(new UntrustedCodeWithToken(), Workflow(trigger, steps));

    private static IReadOnlyList<Finding> Of(Rule rule, string workflow) =>
        AuditRunner.Run(new MemoryFiles().With(".github/workflows/w.yml", workflow), rules: [rule]).Findings;

    private static string Workflow(string trigger, string[] steps) =>
        $"on: {trigger}\npermissions: {{ contents: write }}\njobs:\n  a:\n    runs-on: x\n    steps:\n{string.Concat(steps.Select(s => $"      - {s}\n"))}";
}
