using Warder.Engine.Findings;
using Warder.Engine.Rules;
using Warder.Engine.Rules.Exposure;
using Warder.Testing;
using static Warder.Engine.Tests.Exposure.StrangerAudit;

namespace Warder.Engine.Tests.Exposure;

/// <summary>Which runs a stranger reaches with his code, and which a condition, a need or a call keeps from him.</summary>
public sealed class StrangerReachTests
{
    private const string Head = "github.event.pull_request.head";

    [Theory]
    [InlineData($"{Head}.repo.full_name == github.repository")]
    [InlineData($"github.repository == {Head}.repo.full_name")]
    [InlineData($"contains(github.event.pull_request.labels.*.name, 'ok') && {Head}.repo.full_name == github.repository")]
    [InlineData($"{Head}.repo.fork == false")]
    [InlineData($"!{Head}.repo.fork")]
    [InlineData($"${{{{ !{Head}.repo.fork }}}}")]
    [InlineData($"github.event.action != 'closed' && {Head}.repo.owner.login == github.repository_owner")]
    [InlineData($"{Head}.repo.full_name == 'owner/name'")]
    [InlineData($"github.event_name == 'push' || {Head}.repo.full_name == github.repository")]
    [InlineData($"github.actor != 'x' && (github.event_name != 'pull_request_target' || {Head}.repo.full_name == github.repository)")]
    [InlineData($"always() && !({Head}.repo.full_name != github.repository)")]
    [InlineData("github.event_name == 'push'")]
    [InlineData("contains(fromJSON('[\"push\", \"workflow_dispatch\"]'), github.event_name)")]
    [InlineData("github.event.workflow_run.event == 'push'")]
    [InlineData("false")]
    public void A_condition_that_keeps_strangers_off(string condition) => Found(Job(condition)).ShouldBeEmpty();

    [Theory]
    [InlineData($"{Head}.repo.full_name != github.repository")]
    [InlineData($"{Head}.repo.full_name == github.repository || contains(github.event.pull_request.labels.*.name, 'ok')")]
    [InlineData($"github.event_name == 'pull_request_target' || {Head}.repo.full_name == github.repository")]
    [InlineData($"{Head}.repo.fork")]
    [InlineData("github.repository == 'owner/name'")]
    [InlineData("github.repository_owner == 'owner'")]
    [InlineData("always()")]
    [InlineData("${{ github.event_name == 'push' }} || true")]
    public void A_condition_that_does_not(string condition) => Found(Job(condition)).ShouldHaveSingleItem();

    [Fact]
    public void A_condition_of_a_step_that_fetches_keeps_them_off() => Found($$$"""
        on: pull_request_target
        jobs:
          test:
            runs-on: ubuntu-latest
            permissions: { contents: write }
            steps:
              - uses: actions/checkout@v4
                if: {{{Head}}}.repo.full_name == github.repository
                with: { ref: "${{ {{{Head}}}.sha }}" }
              - run: npm ci
        """).ShouldBeEmpty();

    [Theory]
    [InlineData("needs: [gate]", true)]
    [InlineData("needs: far", true)]
    [InlineData("needs: gate\n    if: needs.gate.result == 'success' && always()", true)]
    [InlineData("needs: gate\n    if: always() && needs.gate.outputs.run == 'true'", true)]
    [InlineData("needs: gate\n    if: success() || false", true)]
    [InlineData("needs: gate\n    if: github.actor != 'x'", true)]
    [InlineData("needs: gate\n    if: always()", false)]
    [InlineData("needs: gate\n    if: ${{ !cancelled() }}", false)]
    [InlineData("needs: gate\n    if: always() && needs.gate.result != 'failure'", false)]
    [InlineData("needs: free", false)]
    public void A_job_after_one_that_is_guarded(string needs, bool isGuarded)
    {
        var found = Found($$$"""
            on: pull_request_target
            jobs:
              gate:
                runs-on: ubuntu-latest
                if: {{{Head}}}.repo.full_name == github.repository
                outputs: { run: "${{ steps.x.outputs.run }}" }
                steps: [{ run: "true" }]
              free:
                runs-on: ubuntu-latest
                steps: [{ run: "true" }]
              far:
                needs: gate
                if: always()
                runs-on: ubuntu-latest
                steps: [{ run: "true" }]
              test:
                runs-on: ubuntu-latest
                permissions: { contents: write }
                {{{needs}}}
                steps:
                  - uses: actions/checkout@v4
                    with: { ref: "${{ {{{Head}}}.sha }}" }
                  - run: npm ci
            """);
        found.Count.ShouldBe(isGuarded ? 0 : 1);
    }

    [Theory]
    [InlineData("", "github.event.pull_request.number", "./called/build.sh", 1)]
    [InlineData("if: github.event.pull_request.head.repo.full_name == github.repository", "github.event.pull_request.number", "./called/build.sh", 0)]
    [InlineData("", "inputs.environment == 'staging'", "./called/build.sh", 0)]
    [InlineData("", "inputs.environment != 'staging'", "./called/build.sh", 1)]
    [InlineData("", "inputs.push", "./called/build.sh", 0)]
    [InlineData("", "inputs.push == false", "./called/build.sh", 1)]
    public void Jobs_of_a_called_workflow(string condition, string step, string script, int count)
    {
        var found = Found($$$"""
            on: pull_request_target
            jobs:
              build:
                {{{condition}}}
                uses: ./.github/workflows/build.yml
                with:
                  ref: ${{ {{{Head}}}.sha }}
                secrets: inherit
            """, (".github/workflows/build.yml", $$$"""
            on:
              workflow_call:
                inputs:
                  ref: { type: string }
                  environment: { type: string, default: "" }
                  push: { type: boolean, default: false }
            jobs:
              build:
                runs-on: ubuntu-latest
                steps:
                  - uses: actions/checkout@v4
                    with: { ref: "${{ inputs.ref }}" }
                  - run: {{{script}}}
                    if: {{{step}}}
            """));
        found.Count.ShouldBe(count);
    }

    [Theory]
    [InlineData("string", "github.event_name == 'pull_request_target'", "inputs.given == 'true'", 1)]
    [InlineData("string", "github.event_name == 'pull_request_target'", "inputs.given == true", 0)]
    [InlineData("string", "github.event_name != 'pull_request_target'", "inputs.given == 'true'", 0)]
    [InlineData("string", "github.event_name != 'pull_request_target'", "inputs.given", 1)]
    [InlineData("string", "github.event.comment.body", "inputs.given", 0)]
    [InlineData("string", "github.event.comment.body", "inputs.given == ''", 1)]
    [InlineData("string", "2", "inputs.given == '2'", 1)]
    [InlineData("string", "2", "inputs.given == '3'", 0)]
    [InlineData("string", "github.actor == 'x' && ''", "inputs.given", 1)]
    [InlineData("string", "github.event_name", "inputs.given == 'push'", 0)]
    [InlineData("boolean", "github.event_name != 'pull_request_target'", "inputs.given", 0)]
    [InlineData("boolean", "github.event_name == 'pull_request_target'", "inputs.given", 1)]
    [InlineData("boolean", "'false'", "inputs.given", 1)]
    [InlineData("number", "0", "inputs.given == 1", 1)]
    public void An_input_takes_the_type_that_is_declared(string type, string value, string condition, int count) => Found($$$"""
        on: pull_request_target
        jobs:
          build:
            uses: ./.github/workflows/build.yml
            with:
              ref: ${{ {{{Head}}}.sha }}
              given: ${{ {{{value}}} }}
            secrets: inherit
        """, (".github/workflows/build.yml", $$$"""
        on:
          workflow_call:
            inputs:
              ref: { type: string }
              given: { type: {{{type}}} }
        jobs:
          build:
            runs-on: ubuntu-latest
            if: {{{condition}}}
            steps:
              - uses: actions/checkout@v4
                with: { ref: "${{ inputs.ref }}" }
              - run: make
        """)).Count.ShouldBe(count);

    [Theory]
    [InlineData("secrets: inherit", "secrets: inherit", "write-all", "", 1)]
    [InlineData("secrets: inherit", "secrets: inherit", "{ contents: read }", "", 1)]
    [InlineData("", "secrets: inherit", "{ contents: read }", "", 0)]
    [InlineData("secrets: inherit", "", "{ contents: read }", "", 0)]
    [InlineData("", "", "{ contents: write }", "", 1)]
    [InlineData("secrets: inherit", "secrets: inherit", "write-all", "if: github.event_name == 'push'", 0)]
    public void A_called_workflow_that_calls_another(string outer, string inner, string permissions, string condition, int count) => Found($$$"""
        on: pull_request_target
        permissions: {{{permissions}}}
        jobs:
          build:
            uses: ./.github/workflows/middle.yml
            with: { ref: "${{ {{{Head}}}.sha }}" }
            {{{outer}}}
        """, (".github/workflows/middle.yml", $$$"""
        on:
          workflow_call:
            inputs: { ref: { type: string } }
        jobs:
          build:
            {{{condition}}}
            uses: ./.github/workflows/build.yml
            with: { commit: "${{ inputs.ref }}" }
            {{{inner}}}
        """), (".github/workflows/build.yml", """
        on:
          workflow_call:
            inputs: { commit: { type: string } }
        jobs:
          build:
            runs-on: ubuntu-latest
            steps:
              - uses: actions/checkout@v4
                with: { ref: "${{ inputs.commit }}" }
              - run: make
        """)).Count.ShouldBe(count);

    [Fact]
    public void Workflows_that_call_each_other_many_times_end()
    {
        var calls = string.Concat(Enumerable.Range(0, 30).Select(i => $"  j{i}:\n    uses: ./.github/workflows/build.yml\n    secrets: inherit\n"));
        Found($"on: pull_request_target\njobs:\n{calls}", (".github/workflows/build.yml", $"on: workflow_call\njobs:\n{calls}")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("pull_request", 0)]
    [InlineData("[pull_request, push]", 0)]
    [InlineData("issue_comment", 1)]
    [InlineData("[pull_request, issue_comment]", 1)]
    public void The_run_before_belongs_to_a_fork_only_after_a_pull_request(string before, int count) => Found("""
        on: { workflow_run: { workflows: [Before] } }
        jobs:
          test:
            runs-on: ubuntu-latest
            if: github.event.workflow_run.head_repository.full_name == github.repository
            permissions: { contents: write }
            steps:
              - uses: actions/checkout@v4
                with: { ref: "${{ github.event.workflow_run.head_sha }}" }
              - run: make
        """, (".github/workflows/before.yml", $"name: Before\non: {before}\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps: [{{ run: 'true' }}]\n")).Count.ShouldBe(count);

    [Fact]
    public void Only_who_may_push_is_not_told_by_the_name_of_the_repository() =>
        Found(Job("github.repository == 'owner/name' && github.event_name == 'pull_request_target'")).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Critical);

    [Fact]
    public void A_run_before_that_is_not_known_may_be_a_strangers() => Found("""
        on: { workflow_run: { workflows: [Elsewhere] } }
        jobs:
          test:
            runs-on: ubuntu-latest
            permissions: { contents: write }
            steps:
              - uses: actions/checkout@v4
                with: { ref: "${{ github.event.workflow_run.head_branch }}" }
              - run: make
        """).ShouldHaveSingleItem();

    [Theory]
    [InlineData("", 1)]
    [InlineData("if: github.event_name == 'push'", 0)]
    [InlineData("needs: j1", 1)]
    public void A_long_chain_of_needs_is_followed(string first, int count)
    {
        var jobs = Enumerable.Range(0, 1000).Select(i => $$$"""
              j{{{i}}}:
                {{{(i == 0 ? first : $"needs: [{string.Join(", ", new[] { 1, 2, 7 }.Where(b => b <= i).Select(b => $"j{i - b}"))}]")}}}
                runs-on: ubuntu-latest
                steps: [{ run: "true" }]

            """);
        var chain = $$$"""
            on: pull_request_target
            jobs:
            {{{string.Concat(jobs)}}}
              test:
                runs-on: ubuntu-latest
                permissions: { contents: write }
                needs: j999
                if: needs.j999.result == 'success'
                steps:
                  - uses: actions/checkout@v4
                    with: { ref: "${{ {{{Head}}}.sha }}" }
                  - run: npm ci
            """;
        Found(chain).Count.ShouldBe(count);
    }

    private static string Job(string condition) => $$$"""
        on: [pull_request_target, push]
        jobs:
          test:
            runs-on: ubuntu-latest
            if: {{{(condition.StartsWith('!') ? $"\"{condition}\"" : condition)}}}
            permissions: { contents: write }
            steps:
              - uses: actions/checkout@v4
                with: { ref: "${{ {{{Head}}}.sha }}" }
              - run: npm ci
        """;
}
