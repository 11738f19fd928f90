namespace Warder.Pipelines.Tests.Reading;

public sealed class EnvironmentFlowTests
{
    [Theory]
    [InlineData("curl -H \"Authorization: $TOKEN\" https://example.org", "$TOKEN by curl")]
    [InlineData("echo \"${TOKEN}\" | docker login --password-stdin", "$TOKEN by echo")]
    [InlineData("git clone \"https://x:${TOKEN:-none}@example.org/r\"", "$TOKEN by git")]
    [InlineData("sudo -E ./deploy \"$TOKEN\"", "$TOKEN by deploy")]
    [InlineData("deploy ${{ env.TOKEN }}", "env.TOKEN by deploy")]
    [InlineData("node -e 'push(process.env.TOKEN)'", "process.env.TOKEN by node")]
    [InlineData("python -c 'import os; os.environ[\"TOKEN\"]'", "os.environ['TOKEN'] by python")]
    [InlineData("[ -n \"$TOKEN\" ]", "$TOKEN by test")]
    [InlineData("deploy <<< $TOKEN", "$TOKEN by deploy")]
    [InlineData("copy=$TOKEN", "$TOKEN by -")]
    public void Follows_a_variable_into_a_shell_script(string script, string reach)
    {
        var read = MarkedWorkflow.Steps($"- env:\n    TOKEN: ${{{{ secrets.X }}}}\n  run: |\n    {script}\n");

        read.Reaches().ShouldBe([$"a/0 {reach} at 9"]);
    }

    [Theory]
    [InlineData("echo '$TOKEN'")]
    [InlineData("echo # $TOKEN")]
    [InlineData("echo $TOKENS ${TOKEN_FILE}")]
    [InlineData("cat <<'END'\n    $TOKEN\n    END")]
    [InlineData("echo TOKEN process.env.TOKENS")]
    public void Is_not_misled_by_text(string script) =>
        MarkedWorkflow.Steps($"- env:\n    TOKEN: ${{{{ secrets.X }}}}\n  run: |\n    {script}\n").Reaches().ShouldBeEmpty();

    [Theory]
    [InlineData("pwsh", "Invoke-RestMethod -Headers @{ a = $env:TOKEN }", "$env:TOKEN by Invoke-RestMethod")]
    [InlineData("powershell", "$r = Send-It ${env:token}", "$env:TOKEN by Send-It")]
    [InlineData("cmd", "deploy %TOKEN%", "%TOKEN% by deploy")]
    [InlineData("python", "key = os.environ[\"TOKEN\"]", "os.environ['TOKEN'] by python")]
    [InlineData("python3 {0}", "key = os.getenv('TOKEN', '')", "os.environ['TOKEN'] by python")]
    [InlineData("node {0}", "const { TOKEN } = process.env;", "process.env.TOKEN by node")]
    [InlineData("ruby", "ENV.fetch('TOKEN')", "ENV['TOKEN'] by ruby")]
    public void Follows_a_variable_into_other_languages(string shell, string script, string reach)
    {
        var read = MarkedWorkflow.Steps($"- shell: {shell}\n  env:\n    TOKEN: ${{{{ secrets.X }}}}\n  run: |\n    {script}\n");

        read.Reaches().ShouldBe([$"a/0 {reach} at 10"]);
    }

    [Fact]
    public void Follows_three_levels_with_the_inner_hiding_the_outer()
    {
        var read = MarkedWorkflow.Read("""
            on: push
            env:
              A: ${{ secrets.P }}
              B: ${{ secrets.Q }}
            jobs:
              a:
                runs-on: ubuntu-latest
                env:
                  A: ${{ secrets.R }}
                steps:
                  - run: one $A $B
                  - run: two $A $B
                    env:
                      B: plain
              b:
                runs-on: ubuntu-latest
                steps:
                  - run: three $A
            """);

        read.Reaches(0).ShouldBe(["b/0 $A by three at 18"]);
        read.Reaches(1).ShouldBe(["a/0 $B by one at 11"]);
        read.Reaches(2).ShouldBe(["a/0 $A by one at 11", "a/1 $A by two at 12"]);
        read.Pipeline.Jobs[0].Steps[1].TokenVariables.Select(v => $"{v.Name}={v.Token.Name}").ShouldBe(["A=R"]);
        read.Pipeline.Jobs[1].Steps[0].TokenVariables.Select(v => $"{v.Name}={v.Token.Name}").ShouldBe(["A=P", "B=Q"]);
    }

    [Fact]
    public void Follows_a_variable_set_from_another()
    {
        var read = MarkedWorkflow.Read("""
            on: push
            env:
              A: ${{ secrets.P }}
            jobs:
              a:
                runs-on: ubuntu-latest
                steps:
                  - uses: acme/deploy@v1
                    env:
                      B: Bearer ${{ env.A }}
                    with:
                      key: ${{ env.B }}
            """);

        read.Reaches().ShouldBe(
            ["a/0 env.A by - at 10", "a/0 $B by acme/deploy@v1 at 8", "a/0 env.B by acme/deploy@v1 at 12"]);
    }

    [Fact]
    public void Follows_into_an_inline_script_of_an_action()
    {
        var read = MarkedWorkflow.Steps("""
            - uses: actions/github-script@v7
              env:
                KEY: ${{ secrets.X }}
              with:
                script: |
                  // process.env.KEY is set above
                  await send(process.env.KEY);
            """);

        read.Reaches().ShouldBe(
            ["a/0 $KEY by actions/github-script@v7 at 6", "a/0 process.env.KEY by actions/github-script@v7 at 12"]);
    }

    [Fact]
    public void A_container_variable_reaches_commands_only()
    {
        var read = MarkedWorkflow.Read("""
            on: push
            jobs:
              a:
                runs-on: ubuntu-latest
                container:
                  image: x
                  env:
                    KEY: ${{ secrets.X }}
                steps:
                  - run: send $KEY ${{ env.KEY }}
            """);

        read.Reaches().ShouldBe(["a/0 $KEY by send at 10"]);
    }

    [Theory]
    [InlineData("GH_TOKEN", "gh pr list", "gh")]
    [InlineData("GITHUB_TOKEN", "gh pr list", "gh")]
    [InlineData("NODE_AUTH_TOKEN", "npm publish --access public", "npm")]
    [InlineData("NPM_TOKEN", "npx semantic-release", "semantic-release")]
    [InlineData("TWINE_PASSWORD", "twine upload dist/*", "twine")]
    [InlineData("AWS_SECRET_ACCESS_KEY", "out=$(aws s3 ls)", "aws")]
    public void Knows_commands_that_read_a_variable_without_naming_it(string variable, string script, string command)
    {
        var read = MarkedWorkflow.Steps($"- env:\n    {variable}: ${{{{ secrets.X }}}}\n  run: {script}");

        read.Reaches().ShouldBe([$"a/0 ${variable} by {command} at 8"]);
    }

    [Fact]
    public void The_first_variable_that_such_a_command_asks_for_wins()
    {
        var read = MarkedWorkflow.Steps("- env:\n    GITHUB_TOKEN: ${{ github.token }}\n    GH_TOKEN: ${{ secrets.X }}\n  run: gh pr list\n");

        read.Reaches(0).ShouldBeEmpty();
        read.Reaches(1).ShouldBe(["a/0 $GH_TOKEN by gh at 9"]);
    }

    [Theory]
    [InlineData("npm run build")]
    [InlineData("echo gh")]
    public void Other_commands_do_not_read_it(string script) =>
        MarkedWorkflow.Steps($"- env:\n    GH_TOKEN: ${{{{ secrets.X }}}}\n    NODE_AUTH_TOKEN: ${{{{ secrets.X }}}}\n  run: {script}")
            .Uses.ShouldAllBe(u => u.Reaches.Count == 0);

    [Fact]
    public void A_test_of_a_secret_binds_no_token()
    {
        var read = MarkedWorkflow.Steps("- env:\n    HAS: ${{ secrets.X != '' }}\n  run: echo $HAS");

        read.Use.OnlyTested.ShouldBeTrue();
        read.Reaches().ShouldBeEmpty();
        read.Pipeline.Jobs[0].Steps[0].TokenVariables.ShouldBeEmpty();
    }

    [Fact]
    public void The_whole_environment_holds_its_tokens()
    {
        var read = MarkedWorkflow.Steps("- env:\n    K: ${{ secrets.X }}\n  run: echo '${{ toJSON(env) }}'");

        read.Reaches().ShouldBe(["a/0 env by echo at 8"]);
    }
}
