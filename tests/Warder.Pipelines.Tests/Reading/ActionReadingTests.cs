namespace Warder.Pipelines.Tests.Reading;

public sealed class ActionReadingTests
{
    [Fact]
    public void Reads_a_composite_action()
    {
        var read = MarkedWorkflow.Read("""
            name: Setup
            description: uses ${{ secrets.PROSE }}
            inputs:
              token:
                description: usually ${{ secrets.GITHUB_TOKEN }}
                default: ${{ [|github.token|] }}
            outputs:
              done: { value: "${{ steps.x.outputs.y }}" }
            runs:
              using: composite
              steps:
                - uses: acme/x@v1
                  with:
                    token: ${{ [|github.token|] }}
                - run: gh pr list
                  shell: bash
                  env:
                    GH_TOKEN: ${{ [|github.token|] }}
            """, "tools/action.yml");

        read.Pipeline.Kind.ShouldBe(PipelineKind.CompositeAction);
        read.Pipeline.IsCallable.ShouldBeTrue();
        read.Pipeline.Inputs.ShouldHaveSingleItem().DefaultIsToken.ShouldBeTrue();
        read.Pipeline.Jobs.ShouldHaveSingleItem().Id.ShouldBe("");
        read.Uses.Select(u => u.Span).ShouldBe(read.Marks);
        read.Uses.Select(u => u.Scope).ShouldBe([UseScope.InputDefault, UseScope.ActionInput, UseScope.StepEnv]);
        read.Reaches(2).ShouldBe(["/1 $GH_TOKEN by gh at 15"]);
    }

    [Theory]
    [InlineData("node20", PipelineKind.JavaScriptAction)]
    [InlineData("docker", PipelineKind.DockerAction)]
    [InlineData("wasm", PipelineKind.UnknownAction)]
    public void Tells_the_kind_of_an_action(string text, PipelineKind kind)
    {
        var pipeline = MarkedWorkflow.Read($"name: a\nruns:\n  using: {text}\n", "action.yml").Pipeline;

        pipeline.Kind.ShouldBe(kind);
        pipeline.Jobs.ShouldBeEmpty();
    }

    [Fact]
    public void A_bare_condition_of_an_action_is_an_expression()
    {
        var read = MarkedWorkflow.Read("name: a\nruns:\n  using: node20\n  main: x.js\n  post: y.js\n  post-if: [|github.token|] != ''\n", "action.yml");

        read.Use.Span.ShouldBe(read.Marks[0]);
        read.Use.Scope.ShouldBe(UseScope.Condition);
    }
}
