using Warder.Engine.Fixes;

namespace Warder.Engine.Tests.Fixes;

public sealed class SecretInScriptFixerTests
{
    private const string Rule = "secret-in-script";

    [Theory]
    [InlineData("run: npm publish --token ${{ secrets.DEPLOY_TOKEN }}", "run: npm publish --token \"${DEPLOY_TOKEN}\"\n        env:\n          DEPLOY_TOKEN: ${{ secrets.DEPLOY_TOKEN }}")]
    [InlineData("name: x\n        run: |\n          a \"--t=${{ secrets.DEPLOY_TOKEN }}\" # why\n          b ${{secrets.deploy_token}}\n\n", "name: x\n        run: |\n          a \"--t=${DEPLOY_TOKEN}\" # why\n          b \"${DEPLOY_TOKEN}\"\n        env:\n          DEPLOY_TOKEN: ${{ secrets.DEPLOY_TOKEN }}\n\n")]
    [InlineData("env:\n          A: b # a\n        run: x --t ${{ secrets.DEPLOY_TOKEN }}", "env:\n          A: b # a\n          DEPLOY_TOKEN: ${{ secrets.DEPLOY_TOKEN }}\n        run: x --t \"${DEPLOY_TOKEN}\"")]
    [InlineData("env: { A: b }\n        run: x --t ${{ secrets.DEPLOY_TOKEN }}", "env: { A: b, DEPLOY_TOKEN: \"${{ secrets.DEPLOY_TOKEN }}\" }\n        run: x --t \"${DEPLOY_TOKEN}\"")]
    [InlineData("env:\n          T: ${{ secrets.DEPLOY_TOKEN }}\n        run: x --t ${{ secrets.DEPLOY_TOKEN }}", "env:\n          T: ${{ secrets.DEPLOY_TOKEN }}\n        run: x --t \"${T}\"")]
    [InlineData("run: \"x '-h' --t ${{ secrets.DEPLOY_TOKEN }}\"", "run: \"x '-h' --t \\\"${DEPLOY_TOKEN}\\\"\"\n        env:\n          DEPLOY_TOKEN: ${{ secrets.DEPLOY_TOKEN }}")]
    [InlineData("run: >-\n          x --t\n          ${{ secrets.DEPLOY_TOKEN }} $(y ${{ secrets.OTHER_TOKEN }})", "run: >-\n          x --t\n          \"${DEPLOY_TOKEN}\" $(y \"${OTHER_TOKEN}\")\n        env:\n          DEPLOY_TOKEN: ${{ secrets.DEPLOY_TOKEN }}\n          OTHER_TOKEN: ${{ secrets.OTHER_TOKEN }}")]
    [InlineData("run: |\n          cat <<EOF\n          t=${{ secrets.DEPLOY_TOKEN }}\n          EOF", "run: |\n          cat <<EOF\n          t=${DEPLOY_TOKEN}\n          EOF\n        env:\n          DEPLOY_TOKEN: ${{ secrets.DEPLOY_TOKEN }}")]
    [InlineData("run: export DEPLOY_TOKEN=${{ secrets.DEPLOY_TOKEN }}", "run: export DEPLOY_TOKEN=\"${DEPLOY_TOKEN_VALUE}\"\n        env:\n          DEPLOY_TOKEN_VALUE: ${{ secrets.DEPLOY_TOKEN }}")]
    [InlineData("run: x ${{ secrets.A_TOKEN || github.token }}", "run: x \"${A_TOKEN}\"\n        env:\n          A_TOKEN: ${{ secrets.A_TOKEN || github.token }}")]
    [InlineData("run: 'x --t ${{ secrets[''A_TOKEN''] }}'", "run: 'x --t \"${A_TOKEN}\"'\n        env:\n          A_TOKEN: ${{ secrets['A_TOKEN'] }}")]
    [InlineData("run: x \"${{ secrets.my-key }}\"", "run: x \"${MY_KEY}\"\n        env:\n          MY_KEY: ${{ secrets.my-key }}")]
    [InlineData("{ run: \"x --t ${{ secrets.A_TOKEN }}\" }", "{ run: \"x --t \\\"${A_TOKEN}\\\"\", env: { A_TOKEN: \"${{ secrets.A_TOKEN }}\" } }")]
    public void Bash_reads_it_from_the_environment_of_the_step(string before, string after) => Becomes(Step(before), Step(after));

    [Theory]
    [InlineData("curl -H \"Authorization: Bearer ${{ github.token }}\" \"$URL\"", "curl -H \"Authorization: Bearer ${GITHUB_TOKEN}\" \"$URL\"", "GITHUB_TOKEN: ${{ github.token }}")]
    [InlineData("echo ${{ secrets.GITHUB_TOKEN }} | gh auth login --with-token", "echo \"${WORKFLOW_TOKEN}\" | gh auth login --with-token", "WORKFLOW_TOKEN: ${{ secrets.GITHUB_TOKEN }}")]
    public void A_program_that_looks_for_a_token_itself_finds_none_that_was_not_there(string before, string after, string variable) =>
        Becomes(Step($"run: '{before}'"), Step($"run: '{after}'\n        env:\n          {variable}"));

    [Theory]
    [InlineData("shell: pwsh\n        run: x -T ${{ secrets.A_TOKEN }}", "shell: pwsh\n        run: x -T $env:A_TOKEN")]
    [InlineData("shell: pwsh\n        run: x \"a ${{ secrets.A_TOKEN }}b\"", "shell: pwsh\n        run: x \"a ${env:A_TOKEN}b\"")]
    [InlineData("shell: pwsh\n        run: $h = @{ A = \"token ${{ secrets.A_TOKEN }}\" }", "shell: pwsh\n        run: $h = @{ A = \"token $env:A_TOKEN\" }")]
    [InlineData("shell: cmd\n        run: x \"a ${{ secrets.A_TOKEN }}b\"", "shell: cmd\n        run: x \"a %A_TOKEN%b\"")]
    [InlineData("shell: bash -l {0}\n        run: x ${{ secrets.A_TOKEN }}", "shell: bash -l {0}\n        run: x \"${A_TOKEN}\"")]
    public void Each_shell_reads_it_in_its_own_way(string before, string after) => Becomes(Step(before), Step(after + "\n        env:\n          A_TOKEN: ${{ secrets.A_TOKEN }}"));

    [Theory]
    [InlineData("run: \"x 'a ${{ secrets.A_TOKEN }}'\"", "single quotes")]
    [InlineData("run: |\n          cat <<'EOF'\n          ${{ secrets.A_TOKEN }}\n          EOF", "does not expand")]
    [InlineData("run: |\n          x # ${{ secrets.A_TOKEN }}", "in a comment")]
    [InlineData("run: ${{ secrets.A_TOKEN }} --run", "run as a command")]
    [InlineData("run: x `y ${{ secrets.A_TOKEN }}`", "in backticks")]
    [InlineData("run: x \\${{ secrets.A_TOKEN }}", "what stands before it")]
    [InlineData("run: x \"${A:-${{ secrets.A_TOKEN }}}\"", "reads no variable")]
    [InlineData("run: x ${{ format('{0}', secrets.A_TOKEN) }}", "more than a token")]
    [InlineData("run: x 'a", "not understood", "run: x ${{ secrets.A_TOKEN }} 'a")]
    [InlineData("shell: python\n        run: x('${{ secrets.A_TOKEN }}')", "which shell")]
    [InlineData("shell: fish {0}\n        run: x ${{ secrets.A_TOKEN }}", "which shell")]
    [InlineData("shell: pwsh\n        run: x 'a ${{ secrets.A_TOKEN }}'", "single quotes")]
    [InlineData("shell: pwsh\n        run: x -p${{ secrets.A_TOKEN }}", "part of a word")]
    [InlineData("shell: cmd\n        run: |\n          rem ${{ secrets.A_TOKEN }}", "in a comment")]
    [InlineData("env: ${{ fromJSON(needs.x.outputs.env) }}\n        run: x ${{ secrets.A_TOKEN }}", "not edited")]
    public void Where_no_variable_can_be_read_it_stays_and_the_reason_is_told(string step, string because, string? instead = null)
    {
        var file = Fixed.Workflow(Step(instead ?? step), Rule).ShouldNotBeNull();

        file.IsChanged.ShouldBeFalse();
        file.Declined.ShouldHaveSingleItem().Because.ShouldContain(because);
    }

    [Theory]
    [InlineData("ubuntu-24.04", true)]
    [InlineData("[self-hosted, linux]", true)]
    [InlineData("my-own", false)]
    [InlineData("${{ matrix.os }}", true, "[ubuntu-latest, macos-15]")]
    [InlineData("${{ matrix.os }}", false, "[ubuntu-latest, windows-latest]")]
    [InlineData("${{ matrix.os }}", false, "[ubuntu-latest, my-own]")]
    [InlineData("${{ inputs.os }}", false)]
    public void Without_a_shell_the_runner_must_tell(string runner, bool isKnown, string os = "[ubuntu-latest]") =>
        Fixed.Workflow($"on: push\njobs:\n  a:\n    strategy: {{ matrix: {{ os: {os} }} }}\n    runs-on: {runner}\n    steps:\n      - run: x ${{{{ secrets.A_TOKEN }}}}\n", Rule)!
            .IsChanged.ShouldBe(isKnown);

    [Fact]
    public void What_may_be_several_words_becomes_one_only_when_told()
    {
        var workflow = Step("run: x ${{ secrets.FLAGS }}");

        Fixed.Workflow(workflow, Rule)!.Declined.ShouldHaveSingleItem().Because.ShouldContain("only with --unsafe, because FLAGS may hold several words");
        Fixed.Workflow(workflow, Rule, acceptUnsafe: true)!.After.ShouldContain("x \"${FLAGS}\"");
    }

    [Fact]
    public void The_step_of_an_action_is_mended_too() => Fixed.File(
        "action.yml",
        "name: a\ndescription: b\nruns:\n  using: composite\n  steps:\n    - shell: bash\n      run: curl -H \"a ${{ github.token }}\"\n",
        [new SecretInScriptFixer()])!
        .After.ShouldBe("name: a\ndescription: b\nruns:\n  using: composite\n  steps:\n    - shell: bash\n      run: curl -H \"a ${GITHUB_TOKEN}\"\n      env:\n        GITHUB_TOKEN: ${{ github.token }}\n");

    private static string Step(string step) => $"on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - {step}\n      - run: echo # last\n";

    private static void Becomes(string before, string after)
    {
        var file = Fixed.Workflow(before, Rule).ShouldNotBeNull();

        file.After.ShouldBe(after);
        file.Declined.ShouldBeEmpty();
    }
}
