namespace Warder.Pipelines.Tests.Reading;

public sealed class ShellFlowTests
{
    [Theory]
    [InlineData("curl -u x:${{ secrets.X }} https://example.org", "curl", null, false)]
    [InlineData("a=1 curl ${{ secrets.X }}", "curl", null, false)]
    [InlineData("TOKEN=${{ secrets.X }}", null, "TOKEN", false)]
    [InlineData("export TOKEN=\"${{ secrets.X }}\"", null, "TOKEN", false)]
    [InlineData("if [ -z '${{ secrets.X }}' ]; then exit 1; fi", "test", null, true)]
    [InlineData("out=$(curl ${{ secrets.X }})", "curl", null, false)]
    [InlineData("# ${{ secrets.X }}", null, null, false)]
    public void Names_the_command_that_a_token_is_pasted_into(string script, string? consumer, string? binding, bool tested)
    {
        var use = MarkedWorkflow.Steps($"- run: |\n    {script}\n").Use;

        use.Scope.ShouldBe(UseScope.Script);
        use.Consumer.ShouldBe(consumer);
        use.Binding.ShouldBe(binding);
        use.OnlyTested.ShouldBe(tested);
    }

    [Fact]
    public void Follows_a_variable_that_the_script_sets()
    {
        var read = MarkedWorkflow.Steps("- run: |\n    KEY=${{ secrets.X }}\n    send \"$KEY\"\n");

        read.Reaches().ShouldBe(["a/0 $KEY by send at 8"]);
    }

    [Theory]
    [InlineData("echo \"token=$T\" >> $GITHUB_OUTPUT", "it may leave by an output of step 'step 1'")]
    [InlineData("echo \"token=$T\" | tee -a \"$GITHUB_OUTPUT\"", "it may leave by an output of step 'step 1'")]
    [InlineData("echo \"::set-output name=t::$T\"", "it may leave by an output of step 'step 1'")]
    [InlineData("{ echo one; echo \"t=$T\"; } >> \"$GITHUB_OUTPUT\"", "it may leave by an output of step 'step 1'")]
    [InlineData("echo \"T=$T\" >> $GITHUB_ENV", "it may reach later steps of job 'a' through GITHUB_ENV")]
    public void Says_where_a_token_may_leave_its_step(string script, string because)
    {
        var unknown = MarkedWorkflow.Steps($"- env:\n    T: ${{{{ secrets.X }}}}\n  run: |\n    {script}\n").Pipeline.Unknowns.ShouldHaveSingleItem();

        unknown.Subject.ShouldBe("token X");
        unknown.Because.ShouldBe(because);
        unknown.Position.Line.ShouldBe(9);
    }

    [Theory]
    [InlineData("use ${A:-$B}", "A,B")]
    [InlineData("use \"${A:-${B}}\"", "A,B")]
    [InlineData("KEY=${A:-${B:-$GITHUB_TOKEN}}", "A,B,$GITHUB_TOKEN")]
    [InlineData("use ${MISSING:-$A}", "$MISSING,A")]
    [InlineData("use ${A:-${{ github.token }}}", "A,GITHUB_TOKEN")]
    public void Reads_fallbacks_of_the_shell(string script, string links)
    {
        var read = MarkedWorkflow.Steps($"- env:\n    A: ${{{{ secrets.A }}}}\n    B: ${{{{ secrets.B }}}}\n  run: |\n    {script}\n");

        var fallback = read.Pipeline.ShellFallbacks.ShouldHaveSingleItem();
        string.Join(',', fallback.Chain.Links.Select(l => l.Token?.Name ?? l.Text)).ShouldBe(links);
        fallback.LinkSpans.Count.ShouldBe(fallback.Chain.Links.Count);
        read.Pipeline.Source.GetText(fallback.Chain.Span).ShouldStartWith("${");
        fallback.Start.Line.ShouldBe(10);
    }

    [Theory]
    [InlineData("use ${A:-}")]
    [InlineData("use ${A:-none}")]
    [InlineData("use ${ONE:-$TWO}")]
    [InlineData("use ${A:+$B}")]
    public void Is_silent_where_no_token_stands_behind_another(string script) =>
        MarkedWorkflow.Steps($"- env:\n    A: ${{{{ secrets.A }}}}\n    B: ${{{{ secrets.B }}}}\n  run: {script}").Pipeline.ShellFallbacks.ShouldBeEmpty();

    [Theory]
    [InlineData("./scripts/deploy.sh --now", "scripts/deploy.sh")]
    [InlineData("bash scripts/deploy.sh", "scripts/deploy.sh")]
    [InlineData("python -u tools/send.py arg", "tools/send.py")]
    [InlineData("source ./env.sh", "env.sh")]
    public void Knows_the_scripts_that_a_step_runs(string script, string path)
    {
        var read = MarkedWorkflow.Steps($"- env:\n    KEY: ${{{{ secrets.X }}}}\n  run: {script}");

        var call = read.Pipeline.ScriptCalls.ShouldHaveSingleItem();
        call.Path.ShouldBe(path);
        call.Environment.ShouldBe(new Dictionary<string, TokenReference> { ["KEY"] = TokenReference.Named("X") });
    }

    [Fact]
    public void A_script_is_found_from_its_working_directory() =>
        MarkedWorkflow.Steps("- env:\n    KEY: ${{ secrets.X }}\n  working-directory: ./web\n  run: ./deploy.sh")
            .Pipeline.ScriptCalls.ShouldHaveSingleItem().Path.ShouldBe("web/deploy.sh");
}
