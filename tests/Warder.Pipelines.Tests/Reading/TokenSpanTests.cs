namespace Warder.Pipelines.Tests.Reading;

public sealed class TokenSpanTests
{
    [Theory]
    [InlineData("run: echo ${{ [|secrets.DEPLOY_KEY|] }}")]
    [InlineData("run: echo ${{[|secrets.DEPLOY_KEY|]}}")]
    [InlineData("run: echo ${{ [|Secrets['deploy_key']|] }}")]
    [InlineData("run: \"echo \\t ${{ [|secrets.DEPLOY_KEY|] }}\"")]
    [InlineData("run: 'it''s ${{ [|secrets.DEPLOY_KEY|] }}'")]
    [InlineData("run: echo ${{ format('}} {0}', [|secrets.DEPLOY_KEY|]) }}")]
    [InlineData("run: echo ${{ fromJSON([|secrets.DEPLOY_KEY|]).user }}")]
    [InlineData("run: |\n  # first\n  echo one\n  echo ${{ [|secrets.DEPLOY_KEY|] }}\n")]
    [InlineData("run: >-\n  echo one\n  two ${{ [|secrets.DEPLOY_KEY|] }}\n\n  end")]
    [InlineData("run: echo ${{ !([|secrets.DEPLOY_KEY|] == '') }}")]
    [InlineData("uses: a/b@v1\nwith: { key: '${{ [|secrets.DEPLOY_KEY|] }}' }")]
    [InlineData("uses: a/b@v1\nwith:\n  list: [x, \"${{ [|secrets.DEPLOY_KEY|] }}\"]")]
    [InlineData("if: [|secrets.DEPLOY_KEY|] != ''\nrun: x")]
    [InlineData("if: ${{ [|secrets.DEPLOY_KEY|] }}\nrun: x")]
    [InlineData("name: n ${{ [|secrets.DEPLOY_KEY|] }}\nrun: x")]
    [InlineData("run: x\nenv:\n  ${{ [|secrets.DEPLOY_KEY|] }}: y")]
    public void Finds_a_secret_at_its_exact_place(string step)
    {
        var read = MarkedWorkflow.Steps("- " + step.Replace("\n", "\n  ", StringComparison.Ordinal));

        read.Use.Token.ShouldBe(new TokenReference(TokenKind.Secret, "DEPLOY_KEY"));
        read.Use.Span.ShouldBe(read.Marks.ShouldHaveSingleItem());
        read.Use.Start.ShouldBe(read.Pipeline.Source.GetPosition(read.Marks[0].Start));
        read.Use.End.ShouldBe(read.Pipeline.Source.GetPosition(read.Marks[0].End));
        read.Use.Explicit.ShouldBeTrue();
    }

    [Theory]
    [InlineData("[|github.token|]")]
    [InlineData("[|github['token']|]")]
    [InlineData("[|GitHub.Token|]")]
    [InlineData("[|secrets.GITHUB_TOKEN|]")]
    [InlineData("[|secrets.github_token|]")]
    [InlineData("[|secrets['GITHUB_TOKEN']|]")]
    [InlineData("format('Bearer {0}', [|github.token|])")]
    public void Knows_the_default_token_by_each_of_its_names(string expression)
    {
        var read = MarkedWorkflow.Steps($"- run: echo ${{{{ {expression} }}}}");

        read.Use.Token.ShouldBe(TokenReference.Default);
        read.Use.Span.ShouldBe(read.Marks[0]);
    }

    [Theory]
    [InlineData("toJSON([|secrets|])", TokenKind.All)]
    [InlineData("join([|secrets.*|], ' ')", TokenKind.All)]
    [InlineData("[|secrets[format('KEY_{0}', matrix.os)]|]", TokenKind.Dynamic)]
    [InlineData("[|secrets[inputs.name]|]", TokenKind.Dynamic)]
    public void Tells_all_secrets_from_a_computed_one(string expression, TokenKind kind)
    {
        var read = MarkedWorkflow.Steps($"- run: echo ${{{{ {expression} }}}}");

        read.Use.Token.Kind.ShouldBe(kind);
        read.Use.Span.ShouldBe(read.Marks[0]);
    }

    [Fact]
    public void A_computed_name_may_hold_another_token()
    {
        var read = MarkedWorkflow.Steps("- run: echo ${{ secrets[secrets.NAME] }}");

        read.Uses.Select(u => (u.Token.Name, u.OnlyTested)).ShouldBe([("?", false), ("NAME", true)]);
    }

    [Theory]
    [InlineData("toJSON([|github|])", "toJSON(github)")]
    [InlineData("format('{0}', [|github|])", "format(github)")]
    [InlineData("[|github.*|]", "github.*")]
    public void The_whole_platform_context_holds_the_default_token(string expression, string binding)
    {
        var read = MarkedWorkflow.Steps($"- run: echo ${{{{ {expression} }}}}");

        read.Use.Token.ShouldBe(TokenReference.Default);
        read.Use.Explicit.ShouldBeFalse();
        read.Use.Scope.ShouldBe(UseScope.Implicit);
        read.Use.Binding.ShouldBe(binding);
        read.Use.Span.ShouldBe(read.Marks[0]);
    }

    [Theory]
    [InlineData("run: echo secrets.DEPLOY_KEY github.token")]
    [InlineData("run: echo ok # ${{ secrets.DEPLOY_KEY }}")]
    [InlineData("run: echo ${{ vars.secrets }} ${{ 'secrets.X' }}")]
    [InlineData("run: echo ${{ needs.secrets.outputs.token }} ${{ steps.secrets.outputs.secrets }}")]
    [InlineData("run: echo ${{ github.actor }} ${{ toJSON(github.event) }} ${{ env.GITHUB_TOKEN }}")]
    [InlineData("run: echo ${{ secrets.A | secrets.B }}")]
    [InlineData("if: github.ref == 'refs/heads/secrets.X'\nrun: x")]
    public void Is_silent_where_no_token_is_named(string step) =>
        MarkedWorkflow.Steps("- " + step.Replace("\n", "\n  ", StringComparison.Ordinal)).Uses.ShouldBeEmpty();

    [Fact]
    public void A_comment_within_a_block_scalar_is_evaluated_by_the_platform()
    {
        var read = MarkedWorkflow.Steps("- run: |\n    # ${{ [|secrets.DEPLOY_KEY|] }}\n    true\n# ${{ secrets.OTHER }}");

        read.Use.Span.ShouldBe(read.Marks[0]);
    }

    [Fact]
    public void Each_place_is_told_once_in_the_order_of_the_text()
    {
        var read = MarkedWorkflow.Read("""
            on: push
            env: &shared
              A: ${{ [|secrets.ONE|] }}
            jobs:
              a: &job
                runs-on: ubuntu-latest
                env: *shared
                steps:
                  - &step
                    run: echo ${{ [|secrets.TWO|] }} ${{ [|secrets.ONE|] }}
                  - *step
              b: *job
              c:
                <<: *job
                env:
                  <<: *shared
                  B: ${{ [|secrets.THREE|] }}
            """);

        read.Uses.Select(u => u.Span).ShouldBe(read.Marks);
        read.Uses.Select(u => u.Token.Name).ShouldBe(["ONE", "TWO", "ONE", "THREE"]);
        read.Pipeline.Jobs.Select(j => j.Steps.Count).ShouldBe([2, 2, 2]);
        read.Pipeline.Jobs[2].Variables.Select(v => v.Name).ShouldBe(["B", "A"]);
    }

    [Fact]
    public void Line_ends_of_two_characters_do_not_move_a_place()
    {
        var read = MarkedWorkflow.Steps("- run: |\r\n    one\r\n    echo ${{ [|secrets.X|] }}\r\n");

        read.Use.Span.ShouldBe(read.Marks[0]);
    }
}
