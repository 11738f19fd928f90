using Warder.Engine.Findings;
using Warder.Engine.Rules;
using Warder.Engine.Rules.Exposure;
using Warder.Testing;

namespace Warder.Engine.Tests.Exposure;

/// <summary>Dangerous shapes, marked where they are found, and twins that look alike and are safe.</summary>
public sealed class ExposureTwinTests
{
    private const string Secret = "env: { KEY: \"${{ secrets.KEY }}\" }";

    [Theory]
    [InlineData("[|echo \"$KEY\"|]")]
    [InlineData("[|echo ${{ secrets.KEY }}|]")]
    [InlineData("[|printf '%s' \"${KEY}\"|] | base64")]
    [InlineData("[|cat <<< \"$KEY\"|]")]
    [InlineData("if true; then [|echo \"key: $KEY\"|]; fi")]
    [InlineData("[|env|]")]
    [InlineData("[|printenv|]")]
    [InlineData("[|export -p|]")]
    [InlineData("[|set -x|]\n          curl -H \"A: $KEY\" https://a.example")]
    [InlineData("[|echo \"$KEY\" 2>/dev/null|]")]
    [InlineData("[|echo \"$KEY\" >&2|]")]
    public void A_token_goes_into_the_log(string script) => Step<SecretPrinted>($"{Secret}\n        run: |\n          {script}");

    [Theory]
    [InlineData("echo \"$KEY\" | docker login --password-stdin")]
    [InlineData("echo \"$KEY\" > file")]
    [InlineData("echo \"$KEY\" >> \"$GITHUB_ENV\"")]
    [InlineData("echo \"$KEY\" | base64 > file")]
    [InlineData("echo \"$KEY\" | base64 --decode --output=file")]
    [InlineData("X=$(echo \"$KEY\" | base64)")]
    [InlineData("echo \"${KEY:+set}\"")]
    [InlineData("echo \"${#KEY}\"")]
    [InlineData("echo \"::add-mask::$KEY\"")]
    [InlineData("echo '$KEY'")]
    [InlineData("echo KEY")]
    [InlineData("env FOO=1 make")]
    [InlineData("env | grep PATH > file")]
    [InlineData("set -e\n          ./deploy \"$KEY\"")]
    [InlineData("set -x\n          make\n          set +x\n          ./deploy \"$KEY\"")]
    [InlineData("cat file")]
    public void A_token_does_not_go_into_the_log(string script) => Step<SecretPrinted>($"{Secret}\n        run: |\n          {script}");

    [Fact]
    public void The_whole_context_of_the_run_is_not_a_token() =>
        Step<SecretPrinted>("env: { CONTEXT: \"${{ toJSON(github) }}\" }\n        run: echo \"$CONTEXT\"");

    [Theory]
    [InlineData("deploy ${{ [|secrets.SIGNING_KEY|] }}")]
    [InlineData("deploy ${{ [|secrets.AWS_BUCKET_SECRET_KEY|] }}")]
    [InlineData("deploy ${{ [|secrets.BOT_SSH_IDENTITY|] }}")]
    [InlineData("deploy ${{ [|secrets.ORG_REPO_TOKEN|] }}")]
    [InlineData("curl -X POST -d '{}' \"${{ [|secrets.DOCS_CHANGED_URL|] }}\"")]
    [InlineData("curl --data @body \"${{ [|secrets.NOTIFY_URL|] }}\"")]
    [InlineData("curl \"${{ [|secrets.NETLIFY_DEPLOY_HOOK_URL|] }}\"")]
    public void A_token_is_pasted_into_a_script(string script) => Step<SecretInScript>($"run: |\n          {script}");

    [Theory]
    [InlineData("aws s3 sync . s3://${{ secrets.AWS_S3_BUCKET_STAGING }}")]
    [InlineData("gh release create -R ${{ secrets.RELEASE_REPO }}")]
    [InlineData("docker pull ${{ secrets.DOCKERHUB_ORGANIZATION }}/x")]
    [InlineData("codesign -s \"${{ secrets.MACOS_CERT_IDENTITY }}\" x")]
    [InlineData("cosign verify --key ${{ secrets.COSIGN_PUBLIC_KEY }} x")]
    [InlineData("curl \"${{ secrets.API_URL }}/x\"")]
    [InlineData("curl -X POST \"${{ secrets.API_URL }}/x\"")]
    [InlineData("curl -X GET \"${{ secrets.API_URL }}\"")]
    public void An_identifier_is_pasted_into_a_script(string script) => Step<SecretInScript>($"run: |\n          {script}");

    [Theory]
    [InlineData("git clone https://x-access-token:[|$KEY|]@github.com/a/b")]
    [InlineData("git push https://[|${{ secrets.KEY }}|]@github.com/a/b HEAD")]
    [InlineData("curl \"https://a.example/x?token=[|$KEY|]\"")]
    [InlineData("curl \"https://a.example/x?y=1&access_token=[|${KEY}|]\"")]
    [InlineData("URL=https://bot:[|$KEY|]@a.example/x")]
    public void A_token_is_part_of_an_address(string script) => Step<SecretInUrl>($"{Secret}\n        run: |\n          {script}");

    [Theory]
    [InlineData("git remote set-url origin https://x:$GH_TOKEN@github.com/a/b", "steps.app.outputs.token", Severity.Error)]
    [InlineData("git push https://x:$GH_TOKEN@github.com/a/b HEAD", "steps.app.outputs.token", Severity.Warning)]
    [InlineData("git push https://x:$GH_TOKEN@github.com/a/b HEAD", "github.token", Severity.Warning)]
    [InlineData("git push https://x:$GH_TOKEN@github.com/a/b HEAD", "secrets.PUSH_TOKEN", Severity.Error)]
    [InlineData("git clone https://x:$GH_TOKEN@github.com/a/b", "github.token", Severity.Error)]
    [InlineData("git push https://x:$GH_TOKEN@github.com/a/b HEAD", "steps.other.outputs.token", null)]
    [InlineData("git push https://x:$GH_TOKEN@github.com/a/b HEAD", "steps.app.outputs.app-slug", null)]
    public void A_token_that_a_step_made_is_part_of_an_address(string script, string value, Severity? severity) => AuditRunner.Run(new MemoryFiles().With(".github/workflows/w.yml", $$$"""
        on: push
        jobs:
          a:
            runs-on: x
            steps:
              - uses: actions/create-github-app-token@v2
                id: app
              - uses: owner/name@v2
                id: other
              - env: { GH_TOKEN: "${{ {{{value}}} }}" }
                run: {{{script}}}

        """), rules: [new SecretInUrl()]).Findings.Select(f => (Severity?)f.Severity).ShouldBe(severity is null ? [] : [severity]);

    [Theory]
    [InlineData("token: \"${{ secrets.PUSH_TOKEN }}\"", Severity.Error)]
    [InlineData("token: \"${{ github.token }}\"", Severity.Warning)]
    [InlineData("other: \"${{ secrets.PUSH_TOKEN }}\"", null)]
    [InlineData("token: \"${{ github.actor }}\"", null)]
    public void An_action_takes_a_token_into_an_address(string input, Severity? severity)
    {
        var found = AuditRunner.Run(new MemoryFiles()
            .With(".github/workflows/w.yml", $"on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: ./.github/actions/push\n        with: {{ {input} }}\n")
            .With(".github/actions/push/action.yml", "name: a\ninputs:\n  token: { required: true }\nruns:\n  using: composite\n  steps:\n    - run: git push https://x:$T@github.com/a/b\n      shell: bash\n      env: { T: \"${{ inputs.token }}\" }\n"), rules: [new SecretInUrl()]).Findings;
        found.Select(f => (Severity?)f.Severity).ShouldBe(severity is null ? [] : [severity]);
        found.ShouldAllBe(f => f.Location.Path == ".github/actions/push/action.yml");
    }

    [Theory]
    [InlineData("git clone https://github.com/a/b")]
    [InlineData("curl -H \"Authorization: Bearer $KEY\" https://a.example/")]
    [InlineData("curl https://a.example/$GITHUB_SHA -H \"A: $KEY\"")]
    [InlineData("git clone https://$HOST/a/b")]
    [InlineData("curl \"https://a.example/?token=$OTHER\"")]
    public void A_token_is_not_part_of_an_address(string script) => Step<SecretInUrl>($"{Secret}\n        run: |\n          {script}");

    [Theory]
    [InlineData("[|docker login -u bot -p \"$KEY\" ghcr.io|]")]
    [InlineData("[|docker login -u bot --password=$KEY|]")]
    [InlineData("[|cosign login --username bot --password \"$KEY\" ghcr.io|]")]
    [InlineData("[|ko login ghcr.io -u bot -p $KEY|]")]
    [InlineData("[|npm config set //registry.npmjs.org/:_authToken $KEY|]")]
    [InlineData("[|cargo publish --token ${{ secrets.KEY }}|]")]
    [InlineData("[|sshpass -p\"$KEY\" ssh host|]")]
    [InlineData("[|mysql -uroot -p$KEY db|]")]
    [InlineData("[|xcrun notarytool submit a.zip --apple-id a --password \"$KEY\"|]")]
    [InlineData("[|nuget setApiKey \"$KEY\"|]")]
    [InlineData("[|nuget sources add -Name a -Source b -Password \"$KEY\"|]")]
    [InlineData("[|dotnet nuget push a.nupkg --api-key \"$KEY\"|]")]
    [InlineData("[|cosign login ghcr.io -u bot -p \"$KEY\"|]")]
    [InlineData("[|ko login ghcr.io -u bot --password=\"$KEY\"|]")]
    public void A_token_stands_on_a_command_line(string script) => Step<SecretInArguments>($"{Secret}\n        run: |\n          {script}");

    [Theory]
    [InlineData("cosign login -u bot --password-stdin ghcr.io <<< \"$KEY\"")]
    [InlineData("docker login -u bot --password-stdin ghcr.io <<< \"$KEY\"")]
    [InlineData("echo \"$KEY\" | docker login -u bot --password-stdin")]
    [InlineData("docker login -u \"$USER\" -p \"$OTHER\"")]
    [InlineData("docker run -e KEY app")]
    [InlineData("npm publish")]
    [InlineData("sshpass -e ssh host \"$KEY\"")]
    [InlineData("security import a.p12 -k login.keychain -P \"$KEY\"")]
    [InlineData("xcrun notarytool submit a.zip --key \"$KEY\" --key-id a --issuer b")]
    [InlineData("dotnet nuget push a.nupkg --source \"$KEY\"")]
    [InlineData("cosign login ghcr.io -u bot --password-stdin <<< \"$KEY\"")]
    public void No_token_stands_on_a_command_line(string script) => Step<SecretInArguments>($"{Secret}\n        run: |\n          {script}");

    [Theory]
    [InlineData("[|curl -s https://a.example/x|] | bash")]
    [InlineData("[|curl -s https://a.example/x|] | sudo bash -")]
    [InlineData("[|wget -qO- https://a.example/x|] | sh -s -- --yes")]
    [InlineData("bash <([|curl -s https://a.example/x|])")]
    [InlineData("bash -c \"$([|curl -s https://a.example/x|])\"")]
    [InlineData("eval \"$([|curl -s https://a.example/x|])\"")]
    [InlineData("[|curl -s https://a.example/x|] | tac | bash")]
    public void A_download_runs(string script) => Step<PipeToShellWithToken>($"{Secret}\n        run: |\n          {script}");

    [Theory]
    [InlineData("curl -s https://a.example/x | python3 -c 'print(1)'")]
    [InlineData("curl -s https://a.example/x | node script.js")]
    [InlineData("curl -s https://a.example/x | jq .a")]
    [InlineData("curl -s https://a.example/x -o install.sh")]
    [InlineData("X=$(curl -s https://a.example/x)")]
    [InlineData("bash script.sh \"$(curl -s https://a.example/x)\"")]
    [InlineData("curl -s https://a.example/x | tar xz")]
    [InlineData("curl -s https://a.example/x | sudo tee /etc/x")]
    [InlineData("curl -s https://a.example/x | sudo apt-key add -")]
    public void A_download_does_not_run(string script) => Step<PipeToShellWithToken>($"{Secret}\n        run: |\n          {script}");

    [Fact]
    public void A_download_without_a_token_is_left_alone() => Step<PipeToShellWithToken>("run: curl -s https://a.example/x | bash");

    [Theory]
    [InlineData("issues", "echo [|${{ github.event.issue.title }}|]")]
    [InlineData("issue_comment", "echo '[|${{ github.event.comment.body }}|]'")]
    [InlineData("pull_request_target", "git checkout [|${{ github.head_ref }}|]")]
    [InlineData("pull_request_target", "echo [|${{ github['event']['pull_request']['title'] }}|]")]
    [InlineData("pull_request_target", "echo '[|${{ toJSON(github.event) }}|]'")]
    [InlineData("pull_request_target", "echo [|${{ format('{0}', github.event.pull_request.body) }}|]")]
    [InlineData("pull_request_target", "echo [|${{ github.event.number && github.head_ref || 'x' }}|]")]
    [InlineData("push", "echo [|${{ github.event.head_commit.message }}|]")]
    [InlineData("push", "echo [|${{ github.event.commits[0].message }}|]")]
    [InlineData("workflow_run", "echo [|${{ github.event.workflow_run.head_branch }}|]")]
    [InlineData("pull_request", "echo [|${{ github.head_ref }}|]")]
    public void Text_of_a_stranger_becomes_code(string on, string script) => Step<TemplateInjection>($"run: |\n          {script}", on);

    [Theory]
    [InlineData("issues", "echo ${{ github.event.issue.number }}")]
    [InlineData("issues", "echo ${{ contains(github.event.issue.title, 'x') }}")]
    [InlineData("issues", "echo ${{ github.event.issue.title == 'x' }}")]
    [InlineData("issues", "echo ${{ github.event.issue.title && 'titled' }}")]
    [InlineData("pull_request_target", "echo ${{ github.event.pull_request.head.sha }}")]
    [InlineData("pull_request_target", "echo ${{ github.base_ref }} ${{ github.sha }} ${{ github.actor }}")]
    [InlineData("push", "echo ${{ github.event.pull_request.title }}")]
    [InlineData("workflow_dispatch", "echo ${{ github.event.issue.title }}")]
    public void Nothing_of_a_stranger_becomes_code(string on, string script) => Step<TemplateInjection>($"run: |\n          {script}", on);

    [Fact]
    public void Text_in_the_environment_is_data() =>
        Step<TemplateInjection>("env: { T: \"${{ github.event.issue.title }}\" }\n        run: echo \"$T\"", "issues");

    [Fact]
    public void Text_through_env_becomes_code() =>
        Step<TemplateInjection>("env: { T: \"${{ github.event.issue.title }}\" }\n        run: echo \"[|${{ env.T }}|]\"", "issues");

    [Fact]
    public void The_script_of_an_action_is_code() =>
        Step<TemplateInjection>("uses: actions/github-script@v7\n        with: { script: \"core.info('[|${{ github.event.issue.title }}|]')\" }", "issues");

    [Fact]
    public void A_condition_and_a_plain_input_are_no_code() =>
        Step<TemplateInjection>("if: contains(github.event.issue.title, 'x')\n        uses: acme/comment@v1\n        with: { body: \"${{ github.event.issue.title }}\" }", "issues");

    [Fact]
    public void An_input_of_a_local_action_is_followed_into_its_script()
    {
        var files = new MemoryFiles()
            .With(".github/workflows/w.yml", "on: issues\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: ./.github/actions/say\n        with: { text: \"${{ github.event.issue.title }}\" }\n")
            .With(".github/actions/say/action.yml", "name: say\ninputs: { text: { description: t } }\nruns:\n  using: composite\n  steps:\n    - run: echo ${{ inputs.text }}\n      shell: bash\n");
        var found = AuditRunner.Run(files, rules: [new TemplateInjection()]).Findings.ShouldHaveSingleItem();
        found.Location.Path.ShouldBe(".github/workflows/w.yml");
        found.Related.Select(r => r.Location.Path).ShouldBe([".github/workflows/w.yml", ".github/actions/say/action.yml"]);
    }

    [Theory]
    [InlineData("acme/a@v1")]
    [InlineData("acme/a@main")]
    [InlineData("acme/a/path@1.2.3")]
    [InlineData("docker://acme/a:1")]
    public void An_action_that_can_change_reaches_a_token(string action) => Step<UnpinnedActionWithToken>($"{Secret}\n        uses: [|{action}|]");

    [Theory]
    [InlineData("acme/a@8f4b7f84864484a7bf31766abe9204da3cbe65b3")]
    [InlineData("actions/checkout@v4")]
    [InlineData("github/codeql-action/init@v3")]
    [InlineData("./local")]
    [InlineData("docker://acme/a@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    public void A_fixed_action_reaches_a_token(string action) => Step<UnpinnedActionWithToken>($"{Secret}\n        uses: {action}");

    [Fact]
    public void What_an_action_cannot_reach_is_not_counted() =>
        Run<UnpinnedActionWithToken>("on: push\njobs:\n  a:\n    runs-on: x\n    permissions: { contents: read }\n    steps:\n      - uses: acme/a@v1\n      - { run: ./deploy, env: { KEY: \"${{ secrets.KEY }}\" } }\n");

    [Theory]
    [InlineData("- uses: docker/login-action@9780b0c442fbb1117ed29e0efdff1e18412f7567\n        with: { username: a, password: \"${{ secrets.KEY }}\" }")]
    [InlineData("- run: echo \"$KEY\" | docker login -u a --password-stdin\n        env: { KEY: \"${{ secrets.KEY }}\" }")]
    [InlineData("- run: echo \"KEY=$KEY\" >> \"$GITHUB_ENV\"\n        env: { KEY: \"${{ secrets.KEY }}\" }")]
    [InlineData("- uses: actions/checkout@v4\n        with: { token: \"${{ secrets.KEY }}\" }")]
    public void What_an_earlier_step_left_is_reached(string before) =>
        Run<UnpinnedActionWithToken>($"on: push\njobs:\n  a:\n    runs-on: x\n    permissions: {{ contents: read }}\n    steps:\n      {before}\n      - uses: [|acme/a@v1|]\n");

    [Theory]
    [InlineData("pull_request_target", "github.event.pull_request.head.sha", "npm ci")]
    [InlineData("pull_request_target", "refs/pull/${{ github.event.number }}/merge", "make")]
    [InlineData("workflow_run", "github.event.workflow_run.head_sha", "./build.sh")]
    public void A_strangers_code_runs_with_a_token(string on, string reference, string run)
    {
        var value = reference.StartsWith("refs", StringComparison.Ordinal) ? reference : $"${{{{ {reference} }}}}";
        Run<UntrustedCodeWithToken>($"on: {on}\njobs:\n  a:\n    runs-on: x\n    permissions: {{ contents: write }}\n    steps:\n      - uses: actions/checkout@v4\n        with:\n          ref: [|{value}|]\n      - run: {run}\n")[0].Severity.ShouldBe(Severity.Critical);
    }

    [Theory]
    [InlineData("pull_request", "ref: ${{ github.event.pull_request.head.sha }}")]
    [InlineData("pull_request_target", "fetch-depth: 0")]
    [InlineData("pull_request_target", "ref: ${{ github.event.pull_request.base.sha }}")]
    [InlineData("pull_request_target", "ref: ${{ github.base_ref }}")]
    [InlineData("push", "ref: ${{ github.head_ref }}")]
    public void No_strangers_code_runs_with_a_token(string on, string with) =>
        Run<UntrustedCodeWithToken>($"on: {on}\njobs:\n  a:\n    runs-on: x\n    permissions: {{ contents: write }}\n    steps:\n      - uses: actions/checkout@v4\n        with:\n          {with}\n      - run: npm ci\n");

    [Fact]
    public void A_label_may_hold_strangers_off() =>
        Run<UntrustedCodeWithToken>("on: pull_request_target\njobs:\n  a:\n    if: contains(github.event.pull_request.labels.*.name, 'safe')\n    runs-on: x\n    permissions: { contents: write }\n    steps:\n      - uses: actions/checkout@v4\n        with:\n          ref: [|${{ github.event.pull_request.head.sha }}|]\n      - run: npm ci\n")[0].Severity.ShouldBe(Severity.Error);

    [Fact]
    public void A_strangers_code_is_followed_into_a_called_workflow()
    {
        var files = new MemoryFiles()
            .With(".github/workflows/w.yml", "on: pull_request_target\njobs:\n  a:\n    uses: ./.github/workflows/build.yml\n    with: { ref: \"${{ github.event.pull_request.head.sha }}\" }\n    secrets: inherit\n")
            .With(".github/workflows/build.yml", "on: { workflow_call: { inputs: { ref: { type: string } } } }\njobs:\n  b:\n    runs-on: x\n    steps:\n      - uses: actions/checkout@v4\n        with: { ref: \"${{ inputs.ref }}\" }\n      - run: make\n");
        var found = AuditRunner.Run(files, rules: [new UntrustedCodeWithToken()]).Findings.ShouldHaveSingleItem();
        found.Severity.ShouldBe(Severity.Critical);
        found.Related[^1].Location.Path.ShouldBe(".github/workflows/build.yml");
    }

    [Theory]
    [InlineData("v3", ".", true)]
    [InlineData("v4", ".", false)]
    [InlineData("v4", ".git", true)]
    [InlineData("v3", "dist", false)]
    public void The_tree_with_the_credential_is_uploaded(string version, string path, bool isFound)
    {
        var checkout = isFound ? "[|actions/checkout@v4|]" : "actions/checkout@v4";
        var found = Run<PersistedCredentials>($"on: push\njobs:\n  a:\n    runs-on: x\n    permissions: {{ contents: read }}\n    steps:\n      - uses: {checkout}\n      - uses: actions/upload-artifact@{version}\n        with: {{ name: a, path: \"{path}\" }}\n");
        found.ShouldAllBe(f => f.Severity == Severity.Error && f.IsPath);
    }

    [Theory]
    [InlineData("- run: npm ci")]
    [InlineData("- uses: owner/name@v1")]
    [InlineData("- uses: docker://alpine")]
    [InlineData("- uses: ./.github/actions/foreign")]
    [InlineData("- run: cp a b && ./build.sh")]
    [InlineData("- run: git submodule foreach make")]
    [InlineData("- uses: softprops/action-gh-release@v3\n        with: { token: \"${{ secrets.RELEASE_PAT }}\" }")]
    [InlineData("- uses: owner/agent@v1\n        with: { token: \"${{ github.token }}\", prompt: fix it }")]
    [InlineData("- uses: taiki-e/install-action@v2")]
    public void A_checkout_leaves_its_token_to_code_of_others(string step) => Persisted(step, "push").ShouldHaveSingleItem();

    [Theory]
    [InlineData("- uses: actions/github-script@v8\n        with: { script: \"core.info('x')\" }")]
    [InlineData("- uses: github/codeql-action/init@v3")]
    [InlineData("- uses: ./.github/actions/own")]
    [InlineData("- run: cp a b && tar cf c b")]
    [InlineData("- run: ./label.sh\n        env: { GH_TOKEN: \"${{ github.token }}\" }")]
    [InlineData("- run: git config --global user.name a && git log | jq . && curl b")]
    [InlineData("- uses: softprops/action-gh-release@v3")]
    [InlineData("- uses: owner/name@v1\n        with: { token: \"${{ github.token }}\" }")]
    [InlineData("- uses: ./.github/actions/foreign\n        env: { GH_TOKEN: \"${{ github.token }}\" }")]
    public void A_checkout_leaves_its_token_to_nobody_else(string step) => Persisted(step, "push").ShouldBeEmpty();

    [Theory]
    [InlineData("pull_request", 0)]
    [InlineData("schedule", 0)]
    [InlineData("push", 1)]
    [InlineData("[pull_request, push]", 1)]
    public void A_job_that_no_trigger_reaches_leaves_nothing(string on, int count) => Persisted("- run: npm ci", on, "if: always() && github.event_name == 'push'").Count.ShouldBe(count);

    [Fact]
    public void A_checkout_that_says_it_wants_it_is_for_auditors() =>
        Persisted("- run: npm ci", "push", checkout: "with: { persist-credentials: true }").ShouldHaveSingleItem().Persona.ShouldBe(Persona.Auditor);

    [Fact]
    public void A_token_that_a_step_made_is_given_to_a_checkout_for_git() =>
        Persisted("- uses: owner/name@v1", "push", checkout: "with: { token: \"${{ steps.app.outputs.token }}\" }").ShouldBeEmpty();

    [Fact]
    public void A_step_that_jobs_share_is_one_place() =>
        Run<PersistedCredentials>("on: push\npermissions: { contents: write }\njobs:\n  a:\n    runs-on: x\n    steps: &steps\n      - uses: [|actions/checkout@v4|]\n      - run: npm ci\n  b:\n    runs-on: x\n    steps: *steps\n").ShouldHaveSingleItem();

    [Theory]
    [InlineData("contents: write", "- run: npm ci", 1)]
    [InlineData("contents: read", "- run: npm ci", 0)]
    [InlineData("contents: write", "- run: git push", 0)]
    [InlineData("contents: write", "- uses: actions/github-script@v8", 0)]
    public void A_checkout_in_an_action_counts_where_it_is_used(string grants, string step, int count)
    {
        var shell = step.Contains("run", StringComparison.Ordinal) ? "\n      shell: bash" : "";
        var found = AuditRunner.Run(new MemoryFiles()
            .With(".github/workflows/w.yml", $"on: push\npermissions: {{ {grants} }}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: ./.github/actions/build\n")
            .With(".github/actions/build/action.yml", $"name: a\nruns:\n  using: composite\n  steps:\n    - uses: actions/checkout@v4\n    {step}{shell}\n"), rules: [new PersistedCredentials()]).Findings;
        found.Count.ShouldBe(count);
        found.ShouldAllBe(f => f.Location.Path == ".github/actions/build/action.yml");
    }

    private static IReadOnlyList<Finding> Persisted(string step, string on, string condition = "", string checkout = "") => AuditRunner.Run(new MemoryFiles()
        .With(".github/workflows/w.yml", $"on: {on}\njobs:\n  a:\n    runs-on: x\n    {condition}\n    permissions: {{ contents: write }}\n    steps:\n      - uses: actions/checkout@v4\n        {checkout}\n      {step}\n")
        .With(".github/actions/own/action.yml", "name: a\nruns:\n  using: composite\n  steps:\n    - uses: actions/github-script@v8\n      with: { script: \"core.info('x')\" }\n")
        .With(".github/actions/foreign/action.yml", "name: a\nruns:\n  using: composite\n  steps:\n    - run: npm ci\n      shell: bash\n"), rules: [new PersistedCredentials()]).Findings;

    [Theory]
    [InlineData("~/.npmrc")]
    [InlineData("./.docker/config.json")]
    [InlineData("sub/.env")]
    public void Keepers_of_credentials_are_uploaded(string path) =>
        Run<SecretInArtifact>($"on: push\njobs:\n  a:\n    runs-on: x\n    permissions: {{ contents: read }}\n    env: {{ KEY: \"${{{{ secrets.KEY }}}}\" }}\n    steps:\n      - uses: actions/upload-artifact@v4\n        with:\n          path: [|{path}|]\n");

    [Theory]
    [InlineData("dist/env.js")]
    [InlineData("docs/.npmrc.md")]
    [InlineData(".environment")]
    public void Other_files_are_uploaded(string path) =>
        Run<SecretInArtifact>($"on: push\njobs:\n  a:\n    runs-on: x\n    permissions: {{ contents: read }}\n    env: {{ KEY: \"${{{{ secrets.KEY }}}}\" }}\n    steps:\n      - uses: actions/upload-artifact@v4\n        with:\n          path: {path}\n");

    private static void Step<T>(string step, string on = "push")
        where T : Rule => Run<T>($"on: {on}\njobs:\n  a:\n    runs-on: x\n    permissions: {{ contents: write }}\n    steps:\n      - id: one\n        {step}\n", onlyStep: true);

    private static IReadOnlyList<Finding> Run<T>(string workflow, bool onlyStep = false)
        where T : Rule
    {
        var rule = RuleCatalogue.All.OfType<T>().Single();

        // Without grants nothing but the secret of the step is within reach.
        var marked = MarkedText.Parse(onlyStep && typeof(T) != typeof(TemplateInjection) ? workflow.Replace("contents: write", "contents: read", StringComparison.Ordinal) : workflow);
        var found = AuditRunner.Run(new MemoryFiles().With(".github/workflows/w.yml", marked.Text), rules: [rule]).Findings;
        found.Select(f => f.Location.Span).ShouldBe(marked.Spans, ignoreOrder: true, marked.Text + string.Join('\n', found.Select(f => f.Message)));
        return found;
    }
}
