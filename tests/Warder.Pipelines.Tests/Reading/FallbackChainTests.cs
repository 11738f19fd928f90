namespace Warder.Pipelines.Tests.Reading;

public sealed class FallbackChainTests
{
    [Theory]
    [InlineData("secrets.A || secrets.B", "A,B")]
    [InlineData("secrets.A || secrets.B || github.token", "A,B,GITHUB_TOKEN")]
    [InlineData("secrets.A || (secrets.B || secrets['c'])", "A,B,C")]
    [InlineData("steps.app.outputs.token || secrets.A", "-,A")]
    [InlineData("secrets.A || 'none'", "A,'")]
    [InlineData("github.ref == 'x' && secrets.A || secrets.B", "A?,B")]
    [InlineData("inputs.x && (secrets.A || secrets.B) || secrets.C", "A,B,C")]
    [InlineData("format('{0}', secrets.A || secrets.B)", "A,B")]
    [InlineData("secrets[inputs.x] || secrets.A", "?,A")]
    public void Reads_the_links_in_order(string expression, string links)
    {
        var read = MarkedWorkflow.Steps($"- run: x\n  env:\n    T: ${{{{ {expression} }}}}");

        foreach (var use in read.Uses)
        {
            var chain = use.Chain.ShouldNotBeNull();
            string.Join(',', chain.Links.Select(Tell)).ShouldBe(links);
            chain.Links[use.ChainPosition].Token.ShouldBe(use.Token);
        }

        read.Uses.Count.ShouldBe(links.Split(',').Count(l => l is not ("-" or "'")));
    }

    [Fact]
    public void Spans_from_the_first_link_to_the_last()
    {
        var read = MarkedWorkflow.Steps("- run: x\n  env:\n    T: ${{ [|secrets.A || github.token|] }}");

        read.Uses[1].Chain!.Span.ShouldBe(read.Marks[0]);
        read.Uses[1].Chain!.Links.Select(l => l.Text).ShouldBe(["secrets.A", "github.token"]);
    }

    [Theory]
    [InlineData("secrets.A")]
    [InlineData("inputs.x && secrets.A")]
    [InlineData("format('{0} {1}', secrets.A, secrets.B)")]
    [InlineData("secrets.A == secrets.B")]
    public void Is_silent_without_alternatives(string expression) =>
        MarkedWorkflow.Steps($"- run: x\n  env:\n    T: ${{{{ {expression} }}}}").Uses.ShouldAllBe(u => u.Chain == null);

    [Fact]
    public void A_link_through_the_environment_names_its_token()
    {
        var read = MarkedWorkflow.Read("""
            on: push
            jobs:
              a:
                runs-on: ubuntu-latest
                env:
                  PAT: ${{ secrets.CI_PAT }}
                steps:
                  - uses: acme/x@v1
                    with:
                      token: ${{ env.PAT || github.token }}
            """);

        read.Uses[1].Chain!.Links.Select(l => l.Token?.Name).ShouldBe(["CI_PAT", "GITHUB_TOKEN"]);
        read.Reaches().ShouldBe(["a/0 env.PAT by acme/x@v1 at 10"]);
    }

    private static string Tell(ChainLink link) =>
        link.Token is { } token ? token.Name + (link.IsConditional ? "?" : "") : link.IsLiteral ? "'" : "-";
}
