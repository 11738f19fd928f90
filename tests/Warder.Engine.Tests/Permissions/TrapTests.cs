namespace Warder.Engine.Tests.Permissions;

/// <summary>Mistakes that are easily made when needs are read from files.</summary>
public sealed class TrapTests
{
    private const string Checkout = "- uses: actions/checkout@v4\n";

    [Theory]
    [InlineData("username: x", "env: { DOCKERHUB_OIDC_CONNECTIONID: a }", "id-token:write")]
    [InlineData("username: x, password: y", "env: { DOCKERHUB_OIDC_CONNECTIONID: a }", "")]
    [InlineData("username: x", "id: login", "")]
    public void A_login_with_an_identity(string with, string env, string needs) =>
        Proven.Steps($"- uses: docker/login-action@v4\n  with: {{ {with} }}\n  {env}").Told().ShouldBe(needs);

    [Fact]
    public void One_unknown_step_does_not_hide_what_the_others_need() =>
        Proven.Steps(Checkout + "- uses: acme/unheard-of@v1\n- run: gh release create v1\n  env: { GH_TOKEN: \"${{ github.token }}\" }")
            .Told().ShouldBe("contents:write +?");

    [Fact]
    public void A_step_with_two_commands_needs_what_both_need() =>
        Proven.Steps(Checkout + "- run: |\n    git push origin HEAD\n    gh pr create --fill\n  env: { GH_TOKEN: \"${{ github.token }}\" }")
            .Told().ShouldBe("contents:write pull-requests:write");

    [Theory]
    [InlineData("env: { GH_TOKEN: \"${{ github.token }}\" }", null)]
    [InlineData(null, "env: { GH_TOKEN: \"${{ secrets.GITHUB_TOKEN }}\" }")]
    public void A_token_in_an_outer_environment_is_followed(string? top, string? job) =>
        Proven.Steps("- run: gh issue close 1", head: "on: push" + (top is null ? "" : "\n" + top), job: job).Told().ShouldBe("issues:write");

    [Theory]
    [InlineData("${{ secrets.github_token }}")]
    [InlineData("${{ secrets['GitHub_Token'] }}")]
    [InlineData("${{ github['token'] }}")]
    [InlineData("${{ format('{0}', github.token) }}")]
    public void The_default_token_is_known_in_every_spelling(string token) =>
        Proven.Steps($"- run: gh issue close 1\n  env: {{ GH_TOKEN: \"{token}\" }}").Told().ShouldBe("issues:write");

    [Fact]
    public void A_header_is_read_through() =>
        Proven.Steps("- run: |\n    curl -X POST -H \"Authorization: Bearer ${{ github.token }}\" https://api.github.com/repos/${{ github.repository }}/issues -d @x.json")
            .Told().ShouldBe("issues:write");

    // Found by judging sixty jobs of public repositories by hand.
    [Fact]
    public void A_step_may_choose_the_token_that_later_ones_push_with() =>
        Proven.Steps("- id: choose\n  run: echo \"token=${{ secrets.BOT }}\" >> $GITHUB_OUTPUT || echo \"token=${{ secrets.GITHUB_TOKEN }}\" >> $GITHUB_OUTPUT\n- uses: actions/checkout@v4\n  with: { token: \"${{ steps.choose.outputs.token }}\" }\n- run: git push origin HEAD")
            .Told().ShouldContain("contents:write?");

    [Theory]
    [InlineData("github.rest.issues[method]({})")]
    [InlineData("github.rest[group].create({})")]
    public void A_call_whose_name_is_computed_leaves_the_job_open(string call) =>
        Proven.Steps($"- uses: actions/github-script@v7\n  with:\n    script: |\n      const method = 'createComment'\n      await {call}").Told().ShouldContain("+?");

    [Fact]
    public void A_chain_may_end_at_the_default_token()
    {
        var job = Proven.Steps("- run: gh issue close 1\n  env: { GH_TOKEN: \"${{ secrets.BOT || github.token }}\" }");

        job.Told().ShouldBe("issues:write?");
        job.Told("BOT").ShouldBe("issues:write?");
    }

    [Theory]
    [InlineData("- uses: actions/checkout@v4\n  with: { token: \"${{ secrets.BOT }}\" }\n- run: git push", "")]
    [InlineData("- uses: actions/checkout@v4\n  with: { ssh-key: \"${{ secrets.KEY }}\" }\n- run: git push", "contents:read")]
    [InlineData("- uses: actions/checkout@v4\n  with: { persist-credentials: false }\n- run: git push", "contents:read")]
    [InlineData("- uses: actions/checkout@v4\n  with: { persist-credentials: false }\n- run: git push \"https://x-access-token:${{ secrets.BOT }}@github.com/a/b\"", "contents:read")]
    [InlineData("- uses: actions/checkout@v4\n  with: { persist-credentials: false }\n- run: |\n    git remote set-url origin \"https://x:$BOT@github.com/a/b\"\n    git push\n  env: { BOT: \"${{ secrets.BOT }}\" }", "contents:read")]
    [InlineData("- uses: actions/checkout@v4\n- run: git push \"https://x:${{ secrets.BOT }}@gitlab.com/a/b\"", "contents:read")]
    [InlineData("- uses: actions/checkout@v4\n- run: |\n    git config --unset-all http.https://github.com/.extraheader\n    git push \"https://x:${{ secrets.BOT }}@github.com/a/b\"", "contents:read")]
    public void A_push_with_another_credential_asks_nothing_of_the_default_token(string steps, string needs) =>
        Proven.Steps(steps).Told().ShouldBe(needs);

    [Theory]
    [InlineData("- uses: actions/checkout@v4\n- run: gh auth setup-git\n  env: { GH_TOKEN: \"${{ secrets.BOT }}\" }\n- run: git push", "contents:read contents:write?")]
    [InlineData("- uses: actions/checkout@v4\n  with: { persist-credentials: false }\n- run: gh auth setup-git\n  env: { GH_TOKEN: \"${{ secrets.BOT }}\" }\n- run: git push", "contents:read")]
    [InlineData("- uses: actions/checkout@v4\n  with: { token: \"${{ secrets.BOT }}\" }\n- run: gh auth setup-git\n  env: { GH_TOKEN: \"${{ secrets.BOT }}\" }\n- run: git push", "")]
    [InlineData("- uses: actions/checkout@v4\n- run: |\n    git config --unset-all http.https://github.com/.extraheader\n    gh auth setup-git\n    git push\n  env: { GH_TOKEN: \"${{ secrets.BOT }}\" }", "contents:read")]
    [InlineData("- uses: actions/checkout@v4\n- run: |\n    git config --global --unset-all http.https://github.com/.extraheader\n    gh auth setup-git\n    git push\n  env: { GH_TOKEN: \"${{ secrets.BOT }}\" }", "contents:read contents:write?")]
    [InlineData("- uses: actions/checkout@v4\n- run: |\n    gh auth setup-git\n    git -c http.https://github.com/.extraheader= push\n  env: { GH_TOKEN: \"${{ secrets.BOT }}\" }", "contents:read")]
    [InlineData("- uses: actions/checkout@v4\n- run: |\n    gh auth setup-git\n    git push\n  env: { GH_TOKEN: \"${{ github.token }}\" }", "contents:write")]
    public void A_credential_helper_is_asked_only_where_a_checkout_left_no_header(string steps, string needs) =>
        Proven.Steps(steps).Told().ShouldBe(needs);

    // The header that a checkout leaves behind goes before a credential in the address: actions/checkout#162.
    [Theory]
    [InlineData("git push \"https://x-access-token:${{ secrets.BOT }}@github.com/a/b\"")]
    [InlineData("git remote set-url origin \"https://x:$BOT@github.com/a/b\"\n    git push")]
    public void A_push_to_an_address_with_another_token_may_use_what_the_checkout_left(string script)
    {
        var job = Proven.Steps($"- uses: actions/checkout@v4\n- run: |\n    {script}\n  env: {{ BOT: \"${{{{ secrets.BOT }}}}\" }}");

        job.Told().ShouldBe("contents:read contents:write?");
        job.Told("BOT").ShouldBe("contents:write?");
    }

    [Fact]
    public void A_push_charges_the_token_that_the_checkout_was_given() =>
        Proven.Steps("- uses: actions/checkout@v4\n  with: { token: \"${{ secrets.BOT }}\" }\n- run: git push").Told("BOT").ShouldBe("contents:read contents:write");

    // What a publisher pushes goes by git, what it asks the API for by its own token.
    [Theory]
    [InlineData("{ persist-credentials: false }", "${{ github.token }}", "contents:write", "")]
    [InlineData("{ fetch-depth: 0 }", "${{ secrets.BOT }}", "contents:write", "contents:write")]
    public void A_publisher_needs_both_of_its_credentials(string checkout, string token, string needs, string bot)
    {
        var job = Proven.Steps($"- uses: actions/checkout@v4\n  with: {checkout}\n- run: npx lerna version --create-release=github\n  env: {{ GH_TOKEN: \"{token}\" }}");

        job.Told().ShouldBe(needs);
        job.Told("BOT").ShouldBe(bot);
    }

    [Theory]
    [InlineData("repository(owner: $o, name: $n) { issues(first: 9) { nodes { number } } }", "issues:read?")]
    [InlineData("node(id: $id) { id }", "+?")]
    public void What_a_connection_lists_is_no_field_of_the_query(string fields, string needs) =>
        Proven.Steps($"- run: |\n    gh api graphql -f query='query {{ {fields} }}'\n  env: {{ GH_TOKEN: \"${{{{ github.token }}}}\" }}").Told().ShouldBe(needs);

    [Theory]
    [InlineData("gh actions-cache delete k --confirm", "push", "actions:write")]
    [InlineData("bencher run --github-actions \"$GH_TOKEN\" x", "pull_request", "pull-requests:write?")]
    [InlineData("bencher run --github-actions \"$GH_TOKEN\" x", "push", "checks:write?")]
    public void Programs_that_take_the_token_are_known(string command, string on, string needs) =>
        Proven.Steps($"- run: |\n    {command}\n  env: {{ GH_TOKEN: \"${{{{ github.token }}}}\" }}", head: "on: " + on).Told().ShouldBe(needs);

    [Fact]
    public void A_job_named_push_is_not_the_trigger()
    {
        var jobs = Proven.Jobs("on: { push: }\njobs: { push: { runs-on: x, steps: [ { uses: actions/checkout@v4 } ] }, other: { runs-on: x, steps: [ { run: echo } ] } }");

        jobs[0].Told().ShouldBe("contents:read");
        jobs[1].Told().ShouldBe("");
    }

    [Fact]
    public void A_label_on_a_pull_request_takes_either_of_two_permissions()
    {
        var job = Proven.Steps("- run: gh pr edit 1 --add-label x\n  env: { GH_TOKEN: \"${{ github.token }}\" }", job: "permissions: { issues: write, pull-requests: read }");

        job.Rows.ShouldNotContain(r => r.Permission == "repository-projects");
        job.Rows.ShouldNotContain(r => r.Verdict == Engine.Permissions.RowVerdict.Missing);
    }

    [Theory]
    [InlineData("- run: docker push ghcr.io/a/b:1", "packages:write")]
    [InlineData("- run: docker pull ghcr.io/a/b:1", "packages:read")]
    [InlineData("- run: docker push docker.io/a/b:1", "packages:read?")]
    public void A_login_to_the_platforms_registry_needs_what_follows_it(string step, string needs) =>
        Proven.Steps("- uses: docker/login-action@v3\n  with: { registry: ghcr.io, username: x, password: \"${{ github.token }}\" }\n" + step).Told().ShouldBe(needs);

    [Theory]
    [InlineData("./mvnw verify -Dtoken=${{ secrets.GITHUB_TOKEN }}")]
    [InlineData("mvn verify -Dtoken=${{ github.token }}")]
    [InlineData("$(fetch tool) login -password \"${{ github.token }}\"")]
    [InlineData("docker run -e T=${{ github.token }} acme/tool")]
    public void A_program_with_the_token_on_its_line_leaves_the_need_open(string command) =>
        Proven.Steps($"- run: {command}").Told().ShouldBe("+?");

    [Theory]
    [InlineData("echo \"$T\" | base64")]
    [InlineData("test -n \"$T\"")]
    public void Text_tools_with_the_token_on_their_line_need_nothing(string command) =>
        Proven.Steps($"- run: {command}\n  env: {{ T: \"${{{{ github.token }}}}\" }}").Told().ShouldBe("");

    [Fact]
    public void Options_that_a_variable_may_hold_are_not_ruled_out() =>
        Proven.Steps("- uses: docker/login-action@v3\n  with: { registry: ghcr.io, username: x, password: \"${{ github.token }}\" }\n- run: docker buildx imagetools create $(cat tags) x/y@z").Told().ShouldBe("packages:write?");

    [Fact]
    public void A_job_that_needs_nothing_needs_nothing() => Proven.Steps("- run: make test").Told().ShouldBe("");

    [Fact]
    public void A_jobs_grant_replaces_that_of_the_workflow()
    {
        var job = Proven.Steps("- uses: actions/checkout@v4", head: "on: push\npermissions: { contents: read, issues: write }", job: "permissions: { contents: read }");

        job.Verdict.ShouldBe(Engine.Permissions.JobVerdict.Least);
    }

    [Theory]
    [InlineData("go run ./cmd/review --slug x")]
    [InlineData("go run -C tools ./cmd review")]
    [InlineData("cargo run -p xtask -- release")]
    [InlineData("dotnet run --project tools/Release")]
    [InlineData("swift run release")]
    [InlineData("mvn -q exec:java -Dexec.mainClass=x.Release")]
    [InlineData("bazel run //tools:release")]
    [InlineData("cabal run release")]
    [InlineData("stack run release")]
    [InlineData("dart run tool/release.dart")]
    public void A_program_that_is_built_and_run_may_use_the_token(string command) =>
        Proven.Steps($"- run: {command}\n  env: {{ GITHUB_TOKEN: \"${{{{ github.token }}}}\" }}").Told().ShouldBe("+?");

    [Theory]
    [InlineData("go build ./... && go test ./...")]
    [InlineData("bazel build //... && bazelisk test //...")]
    [InlineData("swift --version && swift build && swift test")]
    [InlineData("cabal build all && stack test")]
    [InlineData("go run ./cmd/docs", "")]
    public void A_build_leaves_the_token_alone(string command, string env = "GITHUB_TOKEN: \"${{ github.token }}\"") =>
        Proven.Steps($"- run: {command}\n  env: {{ {env} }}").Told().ShouldBe("");

    [Theory]
    [InlineData("if: false", "+?")]
    [InlineData("if: github.repository == ''", "+?")]
    [InlineData("if: github.repository == 'acme/site'", "issues:write")]
    [InlineData("if: github.repository != ''", "issues:write")]
    [InlineData("if: github.repository_owner == ''", "issues:write")]
    public void Of_a_job_that_never_runs_nothing_is_known(string condition, string needs) =>
        Proven.Steps("- run: gh issue close 1\n  env: { GH_TOKEN: \"${{ github.token }}\" }", job: condition).Told().ShouldBe(needs);
}
