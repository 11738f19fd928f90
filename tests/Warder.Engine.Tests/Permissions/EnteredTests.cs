namespace Warder.Engine.Tests.Permissions;

/// <summary>Actions, workflows and scripts of the repository are entered with what they are given.</summary>
public sealed class EnteredTests
{
    private const string Comment = "name: c\ninputs: { token: { default: \"${{ github.token }}\" }, close: { default: 'false' } }\nruns:\n  using: composite\n  steps:\n    - run: gh issue close 1\n      shell: bash\n      env: { GH_TOKEN: \"${{ inputs.token }}\" }\n";

    [Fact]
    public void A_local_action_is_entered_with_the_default_of_its_input() =>
        Proven.Steps("- uses: ./act", files: ("act/action.yml", Comment)).Told().ShouldBe("issues:write");

    [Fact]
    public void A_local_action_is_entered_with_the_token_it_is_given()
    {
        var job = Proven.Steps("- uses: ./act\n  with: { token: \"${{ secrets.BOT }}\" }", files: ("act/action.yml", Comment));

        job.Told().ShouldBe("");
        job.Told("BOT").ShouldBe("issues:write");
    }

    [Fact]
    public void The_proof_names_the_way_there()
    {
        var reason = Proven.Steps("- uses: ./act", files: ("act/action.yml", Comment)).Needs.Default.All[0].Because[0];

        reason.Path.ShouldBe("act/action.yml");
        reason.Position.Line.ShouldBe(6);
        reason.Via.ShouldBe(["./act (.github/workflows/w.yml:6)"]);
    }

    [Fact]
    public void A_checkout_into_a_folder_does_not_hide_the_action() =>
        Proven.Steps("- uses: actions/checkout@v4\n  with: { path: src }\n- uses: ./src/act", files: ("act/action.yml", Comment)).Told().ShouldBe("contents:read issues:write");

    [Fact]
    public void A_called_workflow_decides_what_its_caller_must_grant() =>
        Proven.Jobs(
            "on: push\njobs:\n  a:\n    uses: ./.github/workflows/c.yml\n",
            (".github/workflows/c.yml", "on: workflow_call\npermissions: { pull-requests: write }\njobs:\n  x:\n    runs-on: u\n    steps: [ { run: echo } ]\n"))[0].Told().ShouldBe("pull-requests:write");

    [Fact]
    public void A_called_workflow_without_a_grant_needs_what_its_steps_need() =>
        Proven.Jobs(
            "on: push\njobs:\n  a:\n    uses: ./.github/workflows/c.yml\n    secrets: { bot: \"${{ secrets.BOT }}\" }\n",
            (".github/workflows/c.yml", "on:\n  workflow_call:\n    secrets: { bot: {} }\njobs:\n  x:\n    runs-on: u\n    steps:\n      - uses: actions/checkout@v4\n      - run: gh issue close 1\n        env: { GH_TOKEN: \"${{ secrets.bot }}\" }\n"))[0]
            .ShouldSatisfyAllConditions(j => j.Told().ShouldBe("contents:read"), j => j.Told("BOT").ShouldBe("issues:write"));

    [Fact]
    public void A_workflow_elsewhere_is_unknown() =>
        Proven.Jobs("on: push\njobs:\n  a:\n    uses: acme/flows/.github/workflows/c.yml@v1\n")[0].Told().ShouldBe("+?");

    [Fact]
    public void A_shell_script_of_the_repository_is_entered() =>
        Proven.Steps("- uses: actions/checkout@v4\n- run: ./ci/release.sh", files: ("ci/release.sh", "#!/bin/sh\ngit tag v1\ngit push origin v1\n")).Told().ShouldBe("contents:write");

    [Fact]
    public void A_script_of_the_manifest_is_entered() =>
        Proven.Steps("- uses: actions/checkout@v4\n- run: npm run ship", files: ("package.json", "{\"scripts\":{\"ship\":\"git push --follow-tags\"}}")).Told().ShouldBe("contents:write");

    [Fact]
    public void A_script_in_another_language_that_may_use_the_token_is_unknown() =>
        Proven.Steps("- run: python ci/x.py\n  env: { GITHUB_TOKEN: \"${{ github.token }}\" }", files: ("ci/x.py", "import os\nt = os.environ['GITHUB_TOKEN']\n")).Told().ShouldBe("+?");

    [Fact]
    public void Calls_of_the_client_library_are_read() =>
        Proven.Steps("- uses: actions/github-script@v7\n  with:\n    script: |\n      if (github.event.issue) { await github.rest.issues.createComment({ body: 'x' }) }\n      await github.request('POST /repos/{owner}/{repo}/releases', {})").Told().ShouldBe("contents:write issues:write");

    [Fact]
    public void What_the_policy_says_of_an_action_wins() =>
        Proven.Steps("- uses: acme/deploy@v3", files: (".warder.yml", "facts:\n  actions:\n    acme/deploy:\n      permissions: { deployments: write }\n")).Told().ShouldBe("deployments:write");

    [Fact]
    public void Actions_that_call_each_other_end() =>
        Proven.Steps("- uses: ./a", files: [("a/action.yml", "runs: { using: composite, steps: [ { uses: ./b } ] }\n"), ("b/action.yml", "runs: { using: composite, steps: [ { uses: ./a } ] }\n")]).Told().ShouldBe("+?");

    [Theory]
    [InlineData("github.event_name == 'push'", "issues:write")]
    [InlineData("false", "")]
    [InlineData("${{ false }}", "")]
    public void A_step_that_never_runs_needs_nothing(string condition, string needs) =>
        Proven.Steps($"- run: gh issue close 1\n  if: {condition}\n  env: {{ GH_TOKEN: \"${{{{ github.token }}}}\" }}").Told().ShouldBe(needs);

    [Fact]
    public void An_input_of_a_called_workflow_holds_no_token() =>
        Proven.Steps("- run: ./build ${{ inputs.version }}", head: "on:\n  workflow_call:\n    inputs: { version: { type: string } }").Told().ShouldBe("");

    [Theory]
    [InlineData("token", "issues:write?")]
    [InlineData("repo-token", "issues:write?")]
    [InlineData("ghcr_password", "issues:write?")]
    [InlineData("admin_password", "")]
    [InlineData("NPM_TOKEN", "")]
    [InlineData("channel", "")]
    public void Behind_a_declared_secret_the_caller_may_have_put_the_default_token(string secret, string needs)
    {
        var job = Proven.Steps(
            $"- run: gh issue close 1\n  env: {{ GH_TOKEN: \"${{{{ secrets.{secret} }}}}\" }}",
            head: $"on:\n  workflow_call:\n    secrets: {{ {secret}: {{}} }}");

        job.Told().ShouldBe(needs);
        job.Told(secret.ToUpperInvariant()).ShouldBe("issues:write");
    }

    [Theory]
    [InlineData("https://github.com/docker/build-push-action.git", "contents:read")]
    [InlineData("git@github.com:docker/build-push-action", "contents:read")]
    [InlineData("https://github.com/acme/build-push-action", "+?")]
    [InlineData("https://notgithub.com/docker/build-push-action", "+?")]
    public void An_action_at_home_does_what_is_known_of_it(string origin, string needs) =>
        Proven.Steps(
            "- uses: ./",
            files: [
                ("action.yml", "name: b\ninputs: { github-token: { default: \"${{ github.token }}\" } }\nruns: { using: node24, main: dist/index.js }\n"),
                (".git/config", $"[core]\n\tbare = false\n[remote \"origin\"]\n\turl = {origin}\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n")]).Told().ShouldBe(needs);

    [Fact]
    public void An_action_at_the_root_of_a_checkout_in_a_folder_is_found() =>
        Proven.Steps("- uses: actions/checkout@v4\n  with: { path: act }\n- uses: ./act", files: ("action.yml", Comment)).Told().ShouldBe("contents:read issues:write");

    [Fact]
    public void Words_from_a_substitution_may_be_options_whatever_is_quoted_in_it() =>
        Proven.Steps("- run: |\n    echo ${{ github.token }} | docker login ghcr.io -u me --password-stdin\n    docker buildx imagetools create $(jq -r '.tags' f.json) x").Told().ShouldBe("packages:write?");

    [Theory]
    [InlineData("on: workflow_call", "push", "contents:write?")]
    [InlineData("on: [workflow_call, push]", "push", "contents:write")]
    [InlineData("on: workflow_dispatch", "push", "")]
    public void In_a_called_workflow_the_event_is_that_of_its_caller(string head, string named, string needs) =>
        Proven.Steps($"- if: github.event_name == '{named}'\n  run: gh release create v1\n  env: {{ GH_TOKEN: \"${{{{ github.token }}}}\" }}", head).Told().ShouldBe(needs);

    [Theory]
    [InlineData("issues: write, pull-requests: write", "issues:write pull-requests:write?")]
    [InlineData("pull-requests: write", "pull-requests:write")]
    [InlineData("issues: write, pull-requests: read", "issues:write")]
    public void Of_two_permissions_by_which_a_pull_request_is_labelled_neither_is_spare(string granted, string needs) =>
        Proven.Steps("- run: gh api -X POST repos/${{ github.repository }}/issues/1/labels -f 'labels[]=x'\n  env: { GH_TOKEN: \"${{ github.token }}\" }", $"on: push\npermissions: {{ {granted} }}").Told().ShouldBe(needs);

    [Theory]
    [InlineData("SHA=$(curl -H \"Authorization: Bearer $T\" https://example.org | jq -r .sha)", "")]
    [InlineData("SHA=$(echo \"$T\" | base64)", "+?")]
    public void What_a_program_answers_to_a_token_is_not_the_token(string assignment, string needs) =>
        Proven.Steps($"- env: {{ T: \"${{{{ github.token }}}}\" }}\n  run: |\n    {assignment}\n    mystery --with \"$SHA\"").Told().ShouldBe(needs);

    [Theory]
    [InlineData("A=$(curl -H \"Authorization: Bearer ${{ github.token }}\" https://example.org)\n    echo \"x=$(echo \"$A\" | jq -r .sha)\" >> $GITHUB_OUTPUT", "")]
    [InlineData("curl \\\n      -H \"Authorization: Bearer ${{ github.token }}\" https://example.org > a.json\n    echo \"x=$(jq -r .sha a.json)\" >> $GITHUB_OUTPUT", "")]
    [InlineData("echo \"x=${{ github.token }}\" >> $GITHUB_OUTPUT", "+?")]
    [InlineData("A=$(echo \"${{ github.token }}\" | base64)\n    echo \"x=$A\" >> $GITHUB_OUTPUT", "+?")]
    public void An_answer_given_on_as_an_output_is_not_the_token(string script, string needs) =>
        Proven.Steps($"- id: v\n  run: |\n    {script}\n- run: docker pull ${{{{ steps.v.outputs.x }}}}").Told().ShouldBe(needs);

    [Fact]
    public void Workflows_of_which_each_calls_many_are_followed_so_far()
    {
        var many = string.Concat(Enumerable.Range(0, 50).Select(i => $"  j{i}:\n    uses: ./.github/workflows/c.yml\n"));
        var jobs = Proven.Jobs($"on: push\njobs:\n{many}", (".github/workflows/c.yml", $"on: workflow_call\njobs:\n{many}"));
        jobs.Count.ShouldBe(50);
        jobs[0].Needs.Default.Unknowns.ShouldContain(q => q.Kind == "too-deep");
    }

    [Fact]
    public void Actions_of_which_each_uses_many_are_followed_so_far()
    {
        var proven = Proven.Steps("- uses: ./a", files: [.. "abc".Select((folder, i) => ($"{folder}/action.yml", Using("bcd"[i]))), ("d/action.yml", Using(null))]);
        proven.Needs.Default.Unknowns.ShouldContain(q => q.Kind == "too-deep");

        static string Using(char? next) =>
            "name: x\nruns:\n  using: composite\n  steps:\n" + string.Concat(Enumerable.Repeat(next is null ? "    - run: echo\n      shell: bash\n" : $"    - uses: ./{next}\n", 60));
    }

    private const string Shipping = "name: s\ninputs: { publish: { default: 'false' } }\nruns:\n  using: composite\n  steps:\n    - if: ${{ inputs.publish == 'true' }}\n      run: gh issue close 1\n      shell: bash\n      env: { GH_TOKEN: \"${{ github.token }}\" }\n";

    [Theory]
    [InlineData("- uses: ./act", "")]
    [InlineData("- uses: ./act\n  with: { publish: 'true' }", "issues:write")]
    [InlineData("- uses: ./act\n  with: { publish: \"${{ github.event.inputs.x }}\" }", "issues:write")]
    public void A_step_of_a_local_action_runs_by_the_inputs_that_it_is_given(string steps, string needs) =>
        Proven.Steps(steps, files: ("act/action.yml", Shipping)).Told().ShouldBe(needs);

    [Theory]
    [InlineData("on: { workflow_call: { inputs: { publish: { type: boolean, default: false } } } }", "issues:write?")]
    [InlineData("on: { workflow_call: { inputs: { publish: { type: boolean } } } }", "issues:write?")]
    [InlineData("on: { workflow_call: { inputs: { publish: { type: boolean, default: true } } } }", "issues:write")]
    [InlineData("on: { workflow_call: { inputs: { publish: { type: boolean, required: true } } } }", "issues:write")]
    [InlineData("on: { workflow_call: { inputs: { publish: { type: boolean, default: false } } }, workflow_dispatch: { inputs: { publish: { type: boolean } } } }", "issues:write")]
    public void What_runs_only_where_a_caller_asks_for_it_is_possible(string head, string needs)
    {
        Proven.Steps("- uses: ./act\n  with: { publish: \"${{ inputs.publish }}\" }", head, files: ("act/action.yml", Shipping)).Told().ShouldBe(needs);
        Proven.Steps("- if: inputs.publish\n  run: gh issue close 1\n  env: { GH_TOKEN: \"${{ github.token }}\" }", head).Told().ShouldBe(needs);
        Proven.Steps("- run: gh issue close 1\n  env: { GH_TOKEN: \"${{ github.token }}\" }", head, job: "if: inputs.publish").Told().ShouldBe(needs);
    }

    [Theory]
    [InlineData("", "issues:write?")]
    [InlineData("with: { publish: false }", "issues:write?")]
    [InlineData("with: { publish: true }", "issues:write")]
    [InlineData("with: { publish: \"${{ github.ref == 'refs/heads/main' }}\" }", "issues:write")]
    public void What_a_caller_in_the_repository_asks_for_runs(string with, string needs)
    {
        const string Head = "on: { workflow_call: { inputs: { publish: { type: boolean, default: false } } } }";
        const string Step = "- if: inputs.publish\n  run: gh issue close 1\n  env: { GH_TOKEN: \"${{ github.token }}\" }";
        var caller = $"on: push\njobs:\n  c:\n    uses: ./{Proven.Path}\n    {with}\n";
        const string Between = ".github/workflows/between.yml";
        var outer = caller.Replace(Proven.Path, Between, StringComparison.Ordinal);
        const string Passed = $"{Head}\njobs:\n  c:\n    uses: ./{Proven.Path}\n    with: {{ publish: \"${{{{ inputs.publish }}}}\" }}\n";

        Proven.Steps(Step, Head, files: (".github/workflows/caller.yml", caller)).Told().ShouldBe(needs);
        Proven.Steps(Step, Head, files: [(Between, Passed), (".github/workflows/caller.yml", outer)]).Told().ShouldBe(needs);
    }

    [Theory]
    [InlineData("CMD=(gh issue close 1)\n\"${CMD[@]}\"", "issues:write")]
    [InlineData("CMD=(\n  gh   # the client\n  \"issue\" close\n)\n\"${CMD[@]}\" 1", "issues:write")]
    [InlineData("run() {\n  local CMD=(\"gh\" \"issue\" \"close\")\n  if [ \"$N\" ]; then CMD+=(\"$N\"); fi\n  (\"${CMD[@]}\" || true)\n}\nrun", "issues:write")]
    [InlineData("ARGS=(1 --comment done)\ngh issue close \"${ARGS[@]}\"", "issues:write")]
    [InlineData("sudo \"${CMD[@]}\"", "+?")]
    [InlineData("CMD=(gh issue list)\nif x; then CMD=(gh issue close 1); fi\n\"${CMD[@]}\"", "+?")]
    [InlineData("CMD=(ls -l)\n\"${CMD[@]}\"", "")]
    [InlineData("CMD=()\n\"${CMD[@]}\"", "")]
    [InlineData("CMD=(mystery)\n\"${CMD[@]}\"", "+?")]
    public void An_array_is_the_command_that_it_holds(string script, string needs) =>
        Proven.Steps($"- run: |\n    {script.Replace("\n", "\n    ", StringComparison.Ordinal)}\n  env: {{ GH_TOKEN: \"${{{{ github.token }}}}\" }}").Told().ShouldBe(needs);

    [Theory]
    [InlineData("A=(--draft)\ngh release create v1 \"${A[@]}\"", "contents:write")]
    [InlineData("A=(-H \"Authorization: Bearer $T\")\nA+=(-X POST)\ncurl \"${A[@]}\" https://api.github.com/repos/$GITHUB_REPOSITORY/issues", "issues:read +?")]
    [InlineData("A=(-H \"Authorization: Bearer $T\")\ncurl \"${A[@]}\" https://api.github.com/repos/$GITHUB_REPOSITORY/issues", "issues:read")]
    public void The_words_of_an_array_are_words_of_the_command(string script, string needs) =>
        Proven.Steps($"- run: |\n    {script.Replace("\n", "\n    ", StringComparison.Ordinal)}\n  env: {{ GH_TOKEN: \"${{{{ github.token }}}}\", T: \"${{{{ github.token }}}}\" }}").Told().ShouldBe(needs);
}
