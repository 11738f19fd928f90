namespace Warder.Engine.Tests.Fixes;

public sealed class BroadTokenScopeFixerTests
{
    private const string Rule = "broad-token-scope";
    private const string Steps = "    steps:\n      - run: echo one\n      - run: gh issue list\n";
    private const string Moved = "    steps:\n      - run: echo one\n      - run: gh issue list\n        env:\n";

    [Theory]
    [InlineData("    env:\n      GH_TOKEN: ${{ secrets.A_TOKEN }} # for gh\n", "", "          GH_TOKEN: ${{ secrets.A_TOKEN }} # for gh\n")]
    [InlineData("    env:\n      # for gh\n      GH_TOKEN: ${{ secrets.A_TOKEN }}\n", "", "          # for gh\n          GH_TOKEN: ${{ secrets.A_TOKEN }}\n")]
    [InlineData("    env:\n      A: b # a\n      # for gh\n      GH_TOKEN: '${{ secrets.A_TOKEN || github.token }}'\n", "    env:\n      A: b # a\n", "          # for gh\n          GH_TOKEN: '${{ secrets.A_TOKEN || github.token }}'\n")]
    [InlineData("    env:\n      # for all\n      GH_TOKEN: ${{ secrets.A_TOKEN }}\n      A: b\n", "    env:\n      # for all\n      A: b\n", "          GH_TOKEN: ${{ secrets.A_TOKEN }}\n")]
    [InlineData("    env: { GH_TOKEN: \"${{ secrets.A_TOKEN }}\", A: b }\n", "    env: { A: b }\n", "          GH_TOKEN: \"${{ secrets.A_TOKEN }}\"\n")]
    [InlineData("    env: { A: b, GH_TOKEN: \"${{ secrets.A_TOKEN }}\" }\n", "    env: { A: b }\n", "          GH_TOKEN: \"${{ secrets.A_TOKEN }}\"\n")]
    public void The_token_of_a_job_goes_to_the_step_that_reads_it(string before, string after, string variable) =>
        Becomes(Job(before + Steps), Job(after + Moved + variable));

    [Fact]
    public void The_token_of_a_workflow_goes_to_every_step_that_reads_it() => Becomes(
        "on: push\n\nenv:\n  GH_TOKEN: ${{ secrets.A_TOKEN }}\n\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n      - run: echo\n      - run: gh issue list\n  b:\n    runs-on: ubuntu-latest\n    steps:\n      - run: |\n          gh pr list\n        env: { A: b }\n      - run: cp a b\n",
        "on: push\n\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n      - run: echo\n      - run: gh issue list\n        env:\n          GH_TOKEN: ${{ secrets.A_TOKEN }}\n  b:\n    runs-on: ubuntu-latest\n    steps:\n      - run: |\n          gh pr list\n        env: { A: b, GH_TOKEN: \"${{ secrets.A_TOKEN }}\" }\n      - run: cp a b\n");

    [Fact]
    public void Several_tokens_of_one_job_go_each_its_way() => Becomes(
        Job("    env:\n      A: ${{ secrets.A_TOKEN }}\n      B: ${{ secrets.B_TOKEN }}\n    steps:\n      - run: curl -H \"$A\" a.example\n      - run: curl -H \"$B\" b.example\n"),
        Job("    steps:\n      - run: curl -H \"$A\" a.example\n        env:\n          A: ${{ secrets.A_TOKEN }}\n      - run: curl -H \"$B\" b.example\n        env:\n          B: ${{ secrets.B_TOKEN }}\n"));

    [Theory]
    [InlineData("- uses: acme/unheard-of@v1")]
    [InlineData("- uses: actions/github-script@v7\n        with: { script: \"console.log(1)\" }")]
    [InlineData("- run: npm test")]
    [InlineData("- run: $PROGRAM")]
    [InlineData("- run: print(1)\n        shell: python")]
    public void A_step_that_may_read_it_unseen_leaves_it_to_people(string step)
    {
        var workflow = Job($"    env:\n      GH_TOKEN: ${{{{ secrets.A_TOKEN }}}}\n    steps:\n      {step}\n      - run: echo\n      - run: gh issue list\n");
        var file = Fixed.Workflow(workflow, Rule).ShouldNotBeNull();

        file.IsChanged.ShouldBeFalse();
        file.Declined.ShouldHaveSingleItem().Because.ShouldContain("only with --unsafe, because step 1 of job a may read it too");
        Fixed.Workflow(workflow, Rule, acceptUnsafe: true)!.After.ShouldContain("- run: gh issue list\n        env:\n          GH_TOKEN: ${{ secrets.A_TOKEN }}\n");
    }

    [Theory]
    [InlineData("    env:\n      T: ${{ secrets.A_TOKEN }}\n    steps:\n      - run: echo\n      - run: curl -H \"$T\"\n        if: env.T != ''\n", "an expression outside")]
    [InlineData("    env:\n      T: ${{ secrets.A_TOKEN }}\n    steps:\n      - run: echo T=1 >> $GITHUB_ENV\n      - run: curl -H \"$T\"\n", "set T anew")]
    [InlineData("    env:\n      T: >-\n        ${{ secrets.A_TOKEN }}\n    steps:\n      - run: echo\n      - run: curl -H \"$T\"\n", "not edited")]
    [InlineData("    env:\n      # of all jobs\n\n      # of this\n      T: ${{ secrets.A_TOKEN }}\n    steps:\n      - run: echo\n      - run: curl -H \"$T\"\n", "not edited")]
    public void What_would_change_the_run_is_not_moved(string job, string because)
    {
        var file = Fixed.Workflow(Job(job), Rule, acceptUnsafe: true).ShouldNotBeNull();

        file.IsChanged.ShouldBeFalse();
        file.Declined.ShouldHaveSingleItem().Because.ShouldContain(because);
    }

    [Fact]
    public void A_step_that_has_its_own_keeps_it() => Becomes(
        Job("    env:\n      GH_TOKEN: ${{ github.token }}\n    steps:\n      - run: echo\n      - run: cp a b\n      - run: gh issue list\n      - run: ./missing.sh\n        env:\n          GH_TOKEN: ${{ secrets.A_TOKEN }}\n"),
        Job("    steps:\n      - run: echo\n      - run: cp a b\n      - run: gh issue list\n        env:\n          GH_TOKEN: ${{ github.token }}\n      - run: ./missing.sh\n        env:\n          GH_TOKEN: ${{ secrets.A_TOKEN }}\n"));

    [Fact]
    public void A_token_that_most_steps_read_stays() =>
        Fixed.Workflow(Job("    env:\n      GH_TOKEN: ${{ secrets.A_TOKEN }}\n    steps:\n      - run: gh issue list\n      - run: gh pr list\n      - run: echo\n"), Rule).ShouldBeNull();

    private static string Job(string rest) => $"on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n{rest}";

    private static void Becomes(string before, string after)
    {
        var file = Fixed.Workflow(before, Rule).ShouldNotBeNull();

        file.After.ShouldBe(after);
        file.Declined.ShouldBeEmpty();
    }
}
