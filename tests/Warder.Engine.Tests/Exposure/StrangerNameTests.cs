using Warder.Engine.Findings;
using Warder.Engine.Rules;
using Warder.Engine.Rules.Exposure;
using Warder.Testing;

namespace Warder.Engine.Tests.Exposure;

/// <summary>Which names lead back to a stranger's code, through steps, jobs and variables.</summary>
public sealed class StrangerNameTests
{
    private const string Head = "github.event.pull_request.head.sha";
    private const string Asked = "gh pr view $PR --json headRefOid -q .headRefOid";

    [Theory]
    [InlineData("${{ steps.s.outputs.x }}", "${{ github.sha }}", 0)]
    [InlineData("${{ steps.t.outputs.x }}", "${{ steps.s.outputs.x }}", 0)]
    [InlineData("${{ steps.t.outputs.x }}", $"${{{{ {Head} }}}}", 1)]
    [InlineData($"${{{{ {Head} }}}}", "${{ steps.s.outputs.x }}", 1)]
    [InlineData($"${{{{ steps.s.outputs.x || {Head} }}}}", "${{ steps.s.outputs.x }}${{ steps.t.outputs.x }}", 1)]
    public void Steps_that_name_each_other(string first, string second, int count) => Found("pull_request_target", $$$"""
        - id: s
          run: echo "x={{{first}}}" >> $GITHUB_OUTPUT
        - id: t
          run: echo "x={{{second}}}" >> $GITHUB_OUTPUT
        - uses: actions/checkout@v4
          with: { ref: "${{ steps.t.outputs.x }}" }
        - run: make
        """).Count.ShouldBe(count);

    [Fact]
    public void A_name_through_many_steps_that_each_take_from_all_before_ends()
    {
        var steps = Enumerable.Range(0, 60).Select(i =>
            $"- id: s{i}\n  run: |\n    echo \"x={string.Concat(Enumerable.Range(0, i).Select(n => $"${{{{ steps.s{n}.outputs.x }}}}"))}\" >> $GITHUB_OUTPUT\n");
        Found("pull_request_target", string.Concat(steps) + "- uses: actions/checkout@v4\n  with: { ref: \"${{ steps.s59.outputs.x }}\" }\n- run: make\n").ShouldBeEmpty();
    }

    [Fact]
    public void Variables_that_each_take_from_all_others_end()
    {
        var names = Enumerable.Range(0, 40).ToList();
        var all = string.Concat(names.Select(n => $"${{{{ env.V{n} }}}}"));
        Found("pull_request_target", $$$"""
            - uses: actions/checkout@v4
              env: { {{{string.Join(", ", names.Select(n => $"V{n}: \"{all}\""))}}} }
              with: { ref: "${{ env.V0 }}" }
            - run: make
            """).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("PR: \"${{ github.event.issue.number }}\"", $"echo \"sha=$({Asked})\" >> $GITHUB_OUTPUT", 1)]
    [InlineData("PR: \"${{ github.event.issue.number }}\"", $"PR_SHA=$({Asked}); echo \"sha=$PR_SHA\" >> $GITHUB_OUTPUT", 1)]
    [InlineData("PR: \"${{ github.event.issue.number }}\"", $"FOUND=$({Asked})\n    echo \"sha=$PR-$FOUND\" >> $GITHUB_OUTPUT", 1)]
    [InlineData("SHA: \"${{ github.sha }}\"", $"SHA=$({Asked})\n    echo \"sha=$SHA\" >> $GITHUB_OUTPUT", 1)]
    [InlineData("SHA: \"${{ github.sha }}\"", $"{Asked}\n    echo \"sha=$SHA\" >> $GITHUB_OUTPUT", 0)]
    [InlineData("SHA: \"${{ github.sha }}\"", $"{Asked}\n    echo \"sha=${{SHA}}\" >> $GITHUB_OUTPUT", 0)]
    [InlineData("SHA: \"${{ github.sha }}\"", $"{Asked}\n    echo \"sha=main\" >> $GITHUB_OUTPUT", 0)]
    public void A_variable_on_the_line_does_not_hide_what_a_script_asks_for(string variable, string script, int count) => Found("issue_comment", $$$"""
        - id: get
          env: { {{{variable}}} }
          run: |
            {{{script}}}
        - uses: actions/checkout@v4
          with: { ref: "${{ steps.get.outputs.sha }}" }
        - run: make
        """).Count.ShouldBe(count);

    [Theory]
    [InlineData("SHA", 1)]
    [InlineData("SHA_OF_BASE", 0)]
    public void A_variable_is_known_by_its_whole_name(string used, int count) => Found("pull_request_target", $$$"""
        - id: get
          env: { SHA: "${{ {{{Head}}} }}", SHA_OF_BASE: "${{ github.sha }}" }
          run: echo "sha=${{{used}}}" >> $GITHUB_OUTPUT
        - uses: actions/checkout@v4
          with: { ref: "${{ steps.get.outputs.sha }}" }
        - run: make
        """).Count.ShouldBe(count);

    [Theory]
    [InlineData("return pr.data.head.sha", "result", 1)]
    [InlineData("console.log(pr.data.head.sha)", "result", 0)]
    [InlineData("return pr.data.base.sha", "result", 0)]
    [InlineData("const { data: { head } } = pr; core.setOutput('sha', head.sha)", "sha", 1)]
    [InlineData("const { data: { overhead } } = pr; core.setOutput('sha', overhead.sha)", "sha", 0)]
    [InlineData("core.setOutput('sha', pr.data.head.sha)", "other", 0)]
    public void A_name_that_a_script_of_a_step_gives(string code, string output, int count) => Found("issue_comment", $$$"""
        - id: get
          uses: actions/github-script@v7
          with:
            script: |
              const pr = await github.rest.pulls.get({ pull_number: 1 });
              {{{code}}}
        - uses: actions/checkout@v4
          with: { ref: "${{ steps.get.outputs.{{{output}}} }}" }
        - run: make
        """).Count.ShouldBe(count);

    [Theory]
    [InlineData($"echo \"SHA=${{{{ {Head} }}}}\" >> $GITHUB_ENV", "env.SHA", 1)]
    [InlineData("echo \"SHA=$(gh api repos/a/b/pulls/1 --jq .head.sha)\" >> \"$GITHUB_ENV\"", "env.SHA", 1)]
    [InlineData("echo \"SHA=${{ github.sha }}\" >> $GITHUB_ENV", "env.SHA", 0)]
    [InlineData($"SHA=${{{{ {Head} }}}}; echo GITHUB_ENV", "env.OTHER", 0)]
    [InlineData($"echo \"SHA=${{{{ {Head} }}}}\" >> $GITHUB_OUTPUT; echo $GITHUB_ENV", "env.THE_SHA", 0)]
    public void A_variable_that_a_script_gives_the_job(string script, string used, int count) => Found("pull_request_target", $$$"""
        - run: |
            {{{script}}}
        - uses: actions/checkout@v4
          with: { ref: "${{ {{{used}}} }}" }
        - run: make
        """).Count.ShouldBe(count);

    private static IReadOnlyList<Finding> Found(string trigger, string steps)
    {
        var text = $"on: {trigger}\npermissions: {{ contents: write }}\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n"
            + string.Concat(steps.TrimEnd('\n').Split('\n').Select(l => $"      {l}\n"));
        var result = AuditRunner.Run(new MemoryFiles().With(".github/workflows/ci.yml", text), rules: [new UntrustedCodeWithToken()]);
        result.Diagnostics.ShouldBeEmpty();
        return result.Findings;
    }
}
