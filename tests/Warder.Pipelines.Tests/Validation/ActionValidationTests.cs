using Warder.Pipelines.GitHub.Validation;
using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Pipelines.Tests.Validation;

public sealed class ActionValidationTests
{
    [Fact]
    public void Says_nothing_of_actions_of_each_kind()
    {
        Problems("""
            name: Set up
            author: somebody
            branding: { icon: not-in-the-list, color: black }
            anything-else: is left alone
            inputs:
              token:
                description: The token
                default: ${{ github.token }}
                future-field: 1
              bare:
            outputs:
              path:
                value: ${{ steps.find.outputs.path }}
            runs:
              using: composite
              steps:
                - id: find
                  if: inputs.token != '' && !failure()
                  run: echo ${{ hashFiles('x') }}
                  shell: ${{ inputs.bare }}
                - uses: ./sub
            """).ShouldBeEmpty();
        Problems("runs:\n  using: node26\n  main: dist/index.js\n  post: dist/post.js\n  post-if: success() && runner.os == 'Linux'\n").ShouldBeEmpty();
        Problems("runs:\n  using: docker\n  image: Dockerfile\n  args:\n    - ${{ inputs.a }}\n  env:\n    A: ${{ inputs.a }}\n").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("name: x\n", "1:1 an action needs 'runs'")]
    [InlineData("runs:\n  using: composite\n", "1:1 'runs' needs 'main', 'image' or 'steps'")]
    [InlineData("runs:\n  using: composite\n  steps:\n    - run: make\n", "4:7 a step of a composite action needs 'shell'")]
    [InlineData("runs:\n  using: composit\n  steps: []\n", "2:10 'composit' is not known in 'using'; did you mean 'composite'?")]
    [InlineData(
        "runs:\n  using: composite\n  steps:\n    - uses: ./a\n      with:\n        t: ${{ secrets.T }}\n",
        "6:16 'secrets' is not available in 't'; available are env, github, inputs, job, matrix, runner, steps, strategy")]
    [InlineData("description: uses ${{ github.token }}\nruns:\n  using: node20\n  main: a.js\n", "1:19 expressions are not allowed in 'description'")]
    public void Says_what_is_wrong_with_an_action(string text, string expected) => Problems(text).ShouldHaveSingleItem().ShouldBe(expected);

    [Theory]
    [InlineData("action.yml", true)]
    [InlineData("tools/build/action.yaml", true)]
    [InlineData(".github/workflows/action.yml", false)]
    [InlineData("reaction.yml", false)]
    public void Knows_an_action_by_its_path(string path, bool isAction) =>
        GitHubValidator.Validate(YamlParser.Parse(new SourceText(path, "name: x\n")))[0].Message
            .ShouldBe(isAction ? "an action needs 'runs'" : "a workflow needs 'on'");

    [Theory]
    [InlineData("")]
    [InlineData("# nothing but a comment\n")]
    [InlineData("text")]
    [InlineData("on: push\n---\non: push\n")]
    [InlineData("a: &a [*a]\n")]
    [InlineData("? [a]\n: b\n")]
    public void Odd_files_end_in_a_problem(string text) =>
        GitHubValidator.Validate(YamlParser.Parse(new SourceText(".github/workflows/a.yml", text))).ShouldNotBeEmpty();

    private static string[] Problems(string text)
    {
        var source = new SourceText("action.yml", text);
        return [.. GitHubValidator.Validate(YamlParser.Parse(source)).Select(p => $"{Place(source, p)} {p.Message}")];
    }

    private static string Place(SourceText source, PipelineProblem problem)
    {
        var position = source.GetPosition(problem.Span.Start);
        return $"{position.Line}:{position.Column}";
    }
}
