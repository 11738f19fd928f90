namespace Warder.Pipelines.Tests.Reading;

public sealed class UseScopeTests
{
    private const string Everywhere = """
        on:
          workflow_call:
            inputs:
              token:
                type: string
                description: such as ${{ secrets.PROSE }}
                default: ${{ github.token }}
            outputs:
              out:
                value: ${{ secrets.CALL_OUTPUT }}
        env:
          PIPELINE: ${{ secrets.PIPELINE_ENV }}
        concurrency: ${{ secrets.FIELD }}
        jobs:
          a:
            if: secrets.JOB_IF != ''
            runs-on: ubuntu-latest
            environment: ${{ secrets.ENVIRONMENT }}
            outputs:
              leak: ${{ secrets.JOB_OUTPUT }}
            env:
              JOB: ${{ secrets.JOB_ENV }}
            container:
              image: ghcr.io/acme/tools:1
              credentials:
                username: bot
                password: ${{ secrets.CONTAINER }}
              env:
                INNER: ${{ secrets.CONTAINER_ENV }}
            services:
              db:
                image: acme/db
                credentials:
                  password: ${{ secrets.SERVICE }}
            strategy:
              matrix:
                key: ["${{ secrets.MATRIX }}"]
            steps:
              - id: one
                if: ${{ secrets.STEP_IF }}
                uses: Acme/Deploy@v1
                with:
                  token: ${{ secrets.INPUT }}
                env:
                  STEP: ${{ secrets.STEP_ENV }}
              - run: curl -H "${{ secrets.SCRIPT }}" https://example.org
                working-directory: ${{ secrets.FOLDER }}
          b:
            uses: ./.github/workflows/called.yml
            with:
              given: ${{ secrets.CALL_INPUT }}
            secrets:
              key: ${{ secrets.CALL_SECRET }}
          c:
            uses: acme/flows/.github/workflows/x.yml@v2
            secrets: inherit
        """;

    [Theory]
    [InlineData("GITHUB_TOKEN", UseScope.InputDefault, null, -1, "token", null)]
    [InlineData("CALL_OUTPUT", UseScope.Output, null, -1, "out", null)]
    [InlineData("PIPELINE_ENV", UseScope.PipelineEnv, null, -1, "PIPELINE", null)]
    [InlineData("FIELD", UseScope.Field, null, -1, "concurrency", null)]
    [InlineData("JOB_IF", UseScope.Condition, "a", -1, null, null)]
    [InlineData("ENVIRONMENT", UseScope.Field, "a", -1, "environment", null)]
    [InlineData("JOB_OUTPUT", UseScope.Output, "a", -1, "leak", null)]
    [InlineData("JOB_ENV", UseScope.JobEnv, "a", -1, "JOB", null)]
    [InlineData("CONTAINER", UseScope.ContainerCredentials, "a", -1, "password", "ghcr.io/acme/tools:1")]
    [InlineData("CONTAINER_ENV", UseScope.ContainerEnv, "a", -1, "INNER", "ghcr.io/acme/tools:1")]
    [InlineData("SERVICE", UseScope.ServiceCredentials, "a", -1, "password", "acme/db")]
    [InlineData("MATRIX", UseScope.Field, "a", -1, "strategy", null)]
    [InlineData("STEP_IF", UseScope.Condition, "a", 0, null, null)]
    [InlineData("INPUT", UseScope.ActionInput, "a", 0, "token", "Acme/Deploy@v1")]
    [InlineData("STEP_ENV", UseScope.StepEnv, "a", 0, "STEP", null)]
    [InlineData("SCRIPT", UseScope.Script, "a", 1, null, "curl")]
    [InlineData("FOLDER", UseScope.Field, "a", 1, "working-directory", null)]
    [InlineData("CALL_INPUT", UseScope.CallInput, "b", -1, "given", "./.github/workflows/called.yml")]
    [InlineData("CALL_SECRET", UseScope.CallSecret, "b", -1, "key", "./.github/workflows/called.yml")]
    [InlineData("*", UseScope.CallSecret, "c", -1, null, "acme/flows/.github/workflows/x.yml@v2")]
    public void Says_where_a_use_stands(string token, UseScope scope, string? job, int step, string? binding, string? consumer)
    {
        var use = MarkedWorkflow.Read(Everywhere).Uses.Where(u => u.Token.Name == token).ShouldHaveSingleItem();

        use.Scope.ShouldBe(scope);
        use.Job.ShouldBe(job);
        use.StepIndex.ShouldBe(step);
        use.Binding.ShouldBe(binding);
        use.Consumer.ShouldBe(consumer);
        use.Step.ShouldBe(step switch { 0 => "one", 1 => "step 2", _ => null });
        (use.StepKey is null).ShouldBe(step < 0);
    }

    [Fact]
    public void Descriptions_are_prose() =>
        MarkedWorkflow.Read(Everywhere).Uses.ShouldNotContain(u => u.Token.Name == "PROSE");

    [Fact]
    public void A_condition_only_tests_a_token()
    {
        var uses = MarkedWorkflow.Read(Everywhere).Uses;

        uses.Where(u => u.OnlyTested).Select(u => u.Token.Name).ShouldBe(["JOB_IF", "STEP_IF"]);
    }

    [Theory]
    [InlineData("[|inherit|]")]
    [InlineData("'[|inherit|]'")]
    public void Inherited_secrets_stand_at_the_word(string word)
    {
        var read = MarkedWorkflow.Read($"on: push\njobs:\n  a:\n    uses: ./.github/workflows/x.yml\n    secrets: {word}\n");

        read.Use.Token.Kind.ShouldBe(TokenKind.Inherited);
        read.Use.Explicit.ShouldBeFalse();
        read.Use.Span.ShouldBe(read.Marks[0]);
    }

    [Fact]
    public void An_output_that_carries_a_token_is_said_to_be_unknown()
    {
        var unknown = MarkedWorkflow.Read(Everywhere).Pipeline.Unknowns.ShouldHaveSingleItem();

        unknown.Subject.ShouldBe("token JOB_OUTPUT");
        unknown.Because.ShouldBe("it may leave by output 'leak' of job 'a'");
        unknown.Position.Line.ShouldBe(20);
    }

    [Theory]
    [InlineData("permissions:\n  contents: read\n  [|id-token: write|]\n", true)]
    [InlineData("permissions: [|write-all|]\n", true)]
    [InlineData("permissions: { [|id-token: write|] }\n", true)]
    [InlineData("permissions: read-all\n", false)]
    [InlineData("permissions:\n  id-token: none\n", false)]
    public void A_grant_for_identity_tokens_is_a_use(string permissions, bool granted)
    {
        var read = MarkedWorkflow.Read("on: push\n" + permissions + "jobs: {}\n");

        read.Uses.Count.ShouldBe(granted ? 1 : 0);
        if (granted)
        {
            read.Use.Token.ShouldBe(new TokenReference(TokenKind.Oidc, "OIDC"));
            read.Use.Scope.ShouldBe(UseScope.Permission);
            read.Use.Explicit.ShouldBeFalse();
            read.Use.Span.ShouldBe(read.Marks[0]);
        }
    }
}
