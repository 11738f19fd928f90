using Warder.Pipelines.GitHub;
using Warder.Syntax;

namespace Warder.Pipelines.Tests.Reading;

public sealed class WorkflowModelTests
{
    [Theory]
    [InlineData("on: push", "push")]
    [InlineData("on: [push, pull_request]", "push,pull_request")]
    [InlineData("on:\n  push:\n    branches: [main]\n  schedule:\n    - cron: '0 0 * * *'", "push,schedule")]
    [InlineData("'on': workflow_call", "workflow_call")]
    [InlineData("name: none", "")]
    public void Reads_triggers_in_each_form(string text, string events)
    {
        var pipeline = MarkedWorkflow.Read(text + "\njobs: {}\n").Pipeline;

        string.Join(',', pipeline.Triggers.Select(t => t.Event)).ShouldBe(events);
        pipeline.IsCallable.ShouldBe(events == "workflow_call");
        pipeline.Triggers.ShouldAllBe(t => pipeline.Source.GetText(t.Span) == t.Event);
    }

    [Fact]
    public void Knows_what_runs_of_an_event_reach()
    {
        var reaches = MarkedWorkflow.Read("on: [pull_request, pull_request_target, push, workflow_call, moonrise]\njobs: {}").Pipeline.Triggers
            .ToDictionary(t => t.Event, t => t.Reach);

        reaches["pull_request"].ShouldBe(new TriggerReach(false, GrantLevel.Read, true, true, false));
        reaches["pull_request_target"].ShouldBe(new TriggerReach(true, GrantLevel.Write, true, true, false));
        reaches["push"].StartedByAnyone.ShouldBeFalse();
        reaches["workflow_call"].InheritsCaller.ShouldBeTrue();
        reaches["workflow_call"].ForkSeesSecrets.ShouldBeNull();
        reaches["moonrise"].ShouldBe(new TriggerReach(null, null, false, false, false));
    }

    [Theory]
    [InlineData("[labeled]", false)]
    [InlineData("[labeled, opened]", true)]
    [InlineData("opened", true)]
    public void Types_that_need_rights_are_not_started_by_anyone(string types, bool anyone) =>
        MarkedWorkflow.Read($"on:\n  pull_request_target:\n    types: {types}\njobs: {{}}").Pipeline.Triggers[0].Reach.StartedByAnyone.ShouldBe(anyone);

    [Theory]
    [InlineData("permissions: read-all", PermissionForm.ReadAll, "")]
    [InlineData("permissions: write-all", PermissionForm.WriteAll, "")]
    [InlineData("permissions: {}", PermissionForm.Map, "")]
    [InlineData("permissions:", PermissionForm.Invalid, "")]
    [InlineData("permissions: everything", PermissionForm.Invalid, "")]
    [InlineData("permissions: { contents: read, packages: write, pages: none }", PermissionForm.Map, "contents=Read,packages=Write,pages=None")]
    [InlineData("permissions:\n  Contents: Read", PermissionForm.Map, "Contents=?")]
    public void Reads_permissions_in_each_form(string text, PermissionForm form, string grants)
    {
        var pipeline = MarkedWorkflow.Read($"on: push\n{text}\njobs:\n  a:\n    runs-on: x\n    steps: []\n").Pipeline;

        pipeline.Permissions.ShouldNotBeNull().Form.ShouldBe(form);
        string.Join(',', pipeline.Permissions.Grants.Select(g => $"{g.Permission}={g.Level?.ToString() ?? "?"}")).ShouldBe(grants);
        pipeline.Jobs[0].Permissions.ShouldBeNull();
        pipeline.Jobs[0].EffectivePermissions.ShouldBe(pipeline.Permissions);
    }

    [Fact]
    public void A_job_s_grant_replaces_the_pipeline_s()
    {
        var job = MarkedWorkflow.Read("on: push\npermissions: write-all\njobs:\n  a:\n    permissions:\n      contents: read\n    runs-on: x\n    steps: []\n")
            .Pipeline.Jobs.ShouldHaveSingleItem();

        job.EffectivePermissions.ShouldBe(job.Permissions);
        job.EffectivePermissions!.LevelOf("contents").ShouldBe(GrantLevel.Read);
        job.EffectivePermissions.LevelOf("issues").ShouldBe(GrantLevel.None);
    }

    [Theory]
    [InlineData("environment: production", "production", true)]
    [InlineData("environment:\n      name: staging\n      url: https://example.org", "staging", true)]
    [InlineData("environment: ${{ inputs.where }}", "${{ inputs.where }}", false)]
    public void Reads_the_environment_of_a_job(string text, string name, bool literal)
    {
        var environment = MarkedWorkflow.Read($"on: push\njobs:\n  a:\n    {text}\n    runs-on: x\n    steps: []\n").Pipeline.Jobs[0].Environment.ShouldNotBeNull();

        environment.Name.ShouldBe(name);
        environment.IsLiteral.ShouldBe(literal);
    }

    [Theory]
    [InlineData("Actions/Checkout@v4", "actions/checkout", "v4", null, null)]
    [InlineData("github/codeql-action/init@v3", "github/codeql-action/init", "v3", null, null)]
    [InlineData("./.github/actions/setup/", null, null, ".github/actions/setup", null)]
    [InlineData("$/.github/actions/setup/", null, null, ".github/actions/setup", null)]
    [InlineData("./", null, null, "", null)]
    [InlineData("docker://alpine:3.20", null, null, null, "alpine:3.20")]
    public void Reads_what_a_step_uses(string text, string? name, string? reference, string? local, string? image)
    {
        var action = MarkedWorkflow.Steps($"- uses: {text}").Pipeline.Jobs[0].Steps[0].Action.ShouldNotBeNull();

        action.Text.ShouldBe(text);
        (action.Name, action.Reference, action.LocalPath, action.Image).ShouldBe((name, reference, local, image));
    }

    [Fact]
    public void Reads_calls_of_other_workflows()
    {
        var jobs = MarkedWorkflow.Read("""
            on: push
            jobs:
              a:
                uses: ./.github/workflows/build.yml
                with:
                  level: 3
                secrets:
                  KEY: x
              b:
                needs: [a]
                uses: acme/flows/.github/workflows/x.yml@v1
                secrets: inherit
            """).Pipeline.Jobs;

        jobs[0].Call!.LocalPath.ShouldBe(".github/workflows/build.yml");
        jobs[0].Call!.Inputs.ShouldHaveSingleItem().Name.ShouldBe("level");
        jobs[0].Call!.Secrets.ShouldHaveSingleItem().Name.ShouldBe("KEY");
        jobs[0].Call!.InheritSpan.ShouldBeNull();
        jobs[1].Call!.LocalPath.ShouldBeNull();
        jobs[1].Call!.InheritSpan.ShouldNotBeNull();
        jobs[1].Needs.ShouldBe(["a"]);
    }

    [Fact]
    public void Reads_what_a_callable_workflow_declares()
    {
        var pipeline = MarkedWorkflow.Read("""
            on:
              workflow_call:
                inputs:
                  where: { type: string, required: true }
                  token: { type: string, default: "${{ github.token }}" }
                secrets:
                  KEY: { required: true }
                  other:
            jobs: {}
            """).Pipeline;

        pipeline.Inputs.Select(i => (i.Name, i.Required, i.DefaultIsToken)).ShouldBe([("where", true, false), ("token", false, true)]);
        pipeline.Secrets!.Select(s => (s.Name, s.Required)).ShouldBe([("KEY", true), ("other", false)]);
        MarkedWorkflow.Read("on:\n  workflow_call:\njobs: {}").Pipeline.Secrets.ShouldBeNull();
    }

    [Theory]
    [InlineData("runs-on: ubuntu-latest", "", ScriptLanguage.Shell)]
    [InlineData("runs-on: [self-hosted, Windows]", "", ScriptLanguage.PowerShell)]
    [InlineData("runs-on: windows-2022", "shell: bash", ScriptLanguage.Shell)]
    [InlineData("runs-on: x", "shell: pwsh -NoProfile -Command {0}", ScriptLanguage.PowerShell)]
    [InlineData("runs-on: x", "shell: /usr/bin/env python3 {0}", ScriptLanguage.Python)]
    [InlineData("defaults: { run: { shell: python } }", "", ScriptLanguage.Python)]
    [InlineData("defaults: { run: { shell: python } }", "shell: sh", ScriptLanguage.Shell)]
    public void Tells_the_language_of_a_script(string job, string step, ScriptLanguage language) =>
        MarkedWorkflow.Read($"on: push\njobs:\n  a:\n    {job}\n    steps:\n      - run: x\n        {step}\n").Pipeline.Jobs[0].Steps[0].Script!.Language.ShouldBe(language);

    [Fact]
    public void A_working_directory_comes_from_the_nearest_level()
    {
        var steps = MarkedWorkflow.Read("""
            on: push
            defaults: { run: { working-directory: top } }
            jobs:
              a:
                runs-on: x
                steps:
                  - run: x
                  - run: x
                    working-directory: own
            """).Pipeline.Jobs[0].Steps;

        steps.Select(s => s.Script!.WorkingDirectory).ShouldBe(["top", "own"]);
    }

    [Theory]
    [InlineData(".github/workflows/ci.yml", true, false)]
    [InlineData(".github/workflows/action.yml", true, false)]
    [InlineData(".github/workflows/deep/ci.yml", false, false)]
    [InlineData(".github/actions/x/action.yaml", false, true)]
    [InlineData("action.yml", false, true)]
    [InlineData("my-action.yml", false, false)]
    public void Knows_files_by_their_path(string path, bool workflow, bool action)
    {
        GitHubReader.IsWorkflowPath(path).ShouldBe(workflow);
        GitHubReader.IsActionPath(path).ShouldBe(action);
    }

    [Theory]
    [InlineData("")]
    [InlineData("- a list")]
    [InlineData("on: push\njobs: [")]
    [InlineData("a: b: c")]
    public void A_file_that_is_no_workflow_has_problems_and_nothing_else(string text)
    {
        var pipeline = GitHubReader.Read(new SourceText(".github/workflows/w.yml", text));

        pipeline.Problems.ShouldNotBeEmpty();
        pipeline.Jobs.ShouldBeEmpty();
        pipeline.TokenUses.ShouldBeEmpty();
    }
}
