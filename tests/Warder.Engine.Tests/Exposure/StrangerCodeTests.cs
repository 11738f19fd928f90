using Warder.Engine.Findings;
using static Warder.Engine.Tests.Exposure.StrangerAudit;

namespace Warder.Engine.Tests.Exposure;

/// <summary>Where the code of a stranger lies once it is fetched, and what runs it.</summary>
public sealed class StrangerCodeTests
{
    private const string Head = "github.event.pull_request.head";

    [Theory]
    [InlineData("git fetch origin pull/1/head:pr\n          git diff main pr\n          node scripts/changed.js", 0)]
    [InlineData("git fetch origin pull/1/head:pr\n          git checkout main\n          make", 0)]
    [InlineData("git fetch origin pull/1/head:pr\n          git show pr:file\n          make", 0)]
    [InlineData("git fetch origin pull/1/head:pr\n          git checkout pr\n          make", 1)]
    [InlineData("git fetch origin pull/1/head\n          git checkout FETCH_HEAD -- src\n          make", 1)]
    [InlineData("git fetch origin pull/1/head\n          git checkout \"$SHA\"\n          make", 1)]
    [InlineData("git fetch origin pull/1/head\n          git checkout \"$BASE\"\n          make", 0)]
    [InlineData("git fetch origin pull/1/head:pr\n          git merge origin/pr\n          make", 1)]
    [InlineData("git fetch origin pull/1/head:pr\n          git show pr:run.sh > run.sh\n          bash run.sh", 1)]
    [InlineData("git fetch origin pull/1/head\n          git checkout ${{ github.event.pull_request.head.sha }}\n          make", 1)]
    [InlineData("git fetch origin pull/1/head\n          git checkout \"${{ steps.find.outputs.sha }}\"\n          make", 1)]
    [InlineData("git fetch origin pull/1/head\n          git checkout ${{ github.event.pull_request.base.sha }}\n          make", 0)]
    [InlineData("git fetch origin pull/1/head\n          git checkout origin/${{ github.base_ref }}\n          make", 0)]
    [InlineData("git fetch origin '+refs/pull/*/head:refs/remotes/origin/pr/*'\n          git checkout origin/pr/${{ github.event.number }}\n          make", 1)]
    [InlineData("git fetch origin '+refs/pull/*/head:refs/remotes/origin/pr/*'\n          git checkout origin/pr/$BASE\n          make", 1)]
    [InlineData("git fetch origin '+refs/pull/*/head:refs/remotes/origin/pr/*'\n          git checkout refs/remotes/origin/pr/1\n          make", 1)]
    [InlineData("git fetch origin '+refs/pull/*/head:refs/remotes/origin/pr/*'\n          git checkout origin/main\n          make", 0)]
    [InlineData("git fetch origin pull/$BASE/head:pr-$BASE\n          git checkout pr-${BASE}\n          make", 1)]
    [InlineData("git fetch origin pull/1/head:refs/remotes/origin/pr-1\n          git checkout origin/pr-1\n          make", 1)]
    [InlineData("git pull origin pull/1/head\n          make", 1)]
    [InlineData("gh pr checkout 1\n          make", 1)]
    public void Code_that_is_fetched_lies_beside_the_tree(string script, int count) => Found($$$"""
        on: pull_request_target
        jobs:
          test:
            runs-on: ubuntu-latest
            permissions: { contents: write }
            env:
              SHA: ${{ {{{Head}}}.sha }}
              BASE: ${{ github.event.pull_request.base.sha }}
            steps:
              - uses: actions/checkout@v4
              - run: |
                  {{{script}}}
        """).Count.ShouldBe(count);

    [Theory]
    [InlineData("", "base", "- uses: ./base/action", false)]
    [InlineData("", "base", "- run: node base/x.js", false)]
    [InlineData("", "base", "- run: ./x.sh\n        working-directory: base", false)]
    [InlineData("", "base", "- uses: ./action", true)]
    [InlineData("", "base", "- run: node base/x.js && npm ci", true)]
    [InlineData("pr", "", "- run: make check", false)]
    [InlineData("pr", "", "- run: bash check.sh pr", false)]
    [InlineData("pr", "", "- run: node check.js --folder=pr", false)]
    [InlineData("pr", "", "- uses: ./action", false)]
    [InlineData("pr", "", "- uses: ./pr/action", true)]
    [InlineData("pr", "", "- run: make -C pr", true)]
    [InlineData("pr", "", "- run: cd pr && npm ci", true)]
    [InlineData("pr", "", "- run: npm ci\n        working-directory: ./pr", true)]
    [InlineData("pr", "", "- run: pip install ./pr", true)]
    public void Code_in_a_folder_beside_other_code(string strangers, string own, string step, bool runs)
    {
        var found = Found($$$"""
            on: pull_request_target
            jobs:
              test:
                runs-on: ubuntu-latest
                permissions: { contents: write }
                steps:
                  - uses: actions/checkout@v4
                    with: { path: "{{{own}}}" }
                  - uses: actions/checkout@v4
                    with: { ref: "${{ {{{Head}}}.sha }}", path: "{{{strangers}}}" }
                  {{{step}}}
            """).ShouldHaveSingleItem();
        found.Severity.ShouldBe(runs ? Severity.Critical : Severity.Warning);
    }

    [Theory]
    [InlineData("ref: ${{ github.event.workflow_run.head_sha }}", "", "pull_request", 1)]
    [InlineData("ref: ${{ needs.context.outputs.sha }}", "", "pull_request", 1)]
    [InlineData("ref: ${{ needs.context.outputs.name }}", "", "pull_request", 0)]
    [InlineData("ref: ${{ env.SHA }}", "", "pull_request", 1)]
    [InlineData("ref: ${{ github.event.workflow_run.head_sha }}", "", "push", 0)]
    [InlineData("ref: ${{ github.event.workflow_run.head_sha }}", "if: github.event.workflow_run.event == 'push'", "pull_request", 0)]
    [InlineData("ref: ${{ github.event.workflow_run.head_sha }}", "if: github.event.workflow_run.event == 'pull_request'", "pull_request", 1)]
    [InlineData("ref: ${{ github.event.workflow_run.head_sha }}", "if: github.event.workflow_run.event != 'pull_request'", "pull_request", 0)]
    [InlineData("ref: ${{ github.event.workflow_run.head_sha }}", "if: github.event.workflow_run.head_repository.full_name == github.repository", "pull_request", 0)]
    [InlineData("ref: ${{ github.event.workflow_run.head_sha }}", "if: github.event.workflow_run.head_branch == 'main'", "pull_request", 1)]
    [InlineData("ref: ${{ github.event.pull_request.head.sha }}", "", "pull_request", 0)]
    [InlineData("ref: main", "", "pull_request", 0)]
    public void Code_of_the_run_that_came_before(string reference, string condition, string before, int count) => Found($$$"""
        on:
          workflow_run:
            workflows: [Before]
            types: [completed]
          push:
        jobs:
          context:
            runs-on: ubuntu-latest
            outputs:
              sha: ${{ steps.set.outputs.SHA }}
              name: ${{ steps.set.outputs.NAME }}
            steps:
              - id: set
                env:
                  SHA: ${{ github.event.inputs.sha || github.event.workflow_run.head_sha || github.sha }}
                run: |
                  echo "SHA=$SHA" >> "$GITHUB_OUTPUT"
                  echo "NAME=$GITHUB_REPOSITORY" >> "$GITHUB_OUTPUT"
          test:
            needs: context
            {{{condition}}}
            runs-on: ubuntu-latest
            permissions: { contents: read }
            env:
              SHA: ${{ github.event.workflow_run.head_sha }}
            steps:
              - uses: actions/checkout@v4
                with:
                  {{{reference}}}
              - run: npm ci
              - run: npm test
                env: { KEY: "${{ secrets.KEY }}" }
        """, (".github/workflows/before.yml", $"name: Before\non: {before}\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps: [{{ run: 'true' }}]\n")).Count.ShouldBe(count);

    [Theory]
    [InlineData("gh pr view \"$NUMBER\" --json headRefOid --jq .headRefOid", 1)]
    [InlineData("gh api \"repos/a/b/pulls/$N\" --jq .head.sha", 1)]
    [InlineData("gh pr view \"$NUMBER\" --json headRefName --jq .headRefName", 0)]
    [InlineData("git rev-parse HEAD", 0)]
    public void A_name_that_a_script_asks_for(string command, int count) => Found($$$"""
        on: issue_comment
        jobs:
          test:
            runs-on: ubuntu-latest
            permissions: { contents: write }
            steps:
              - id: find
                run: |
                  FOUND=$({{{command}}})
                  echo "ref=$FOUND" >> "$GITHUB_OUTPUT"
              - uses: actions/checkout@v4
                with: { ref: "${{ steps.find.outputs.ref }}" }
              - run: npm ci
                shell: pwsh
        """).Count.ShouldBe(count);
}
