using Warder.Engine.Assessment;
using Warder.Engine.Auditing;
using Warder.Engine.Facts;
using Warder.Engine.Permissions;
using Warder.Testing;

namespace Warder.Engine.Tests.Assessment;

public sealed class CiAssessmentTests
{
    private const string Commit = "0123456789012345678901234567890123456789";

    [Fact]
    public void Pipelines_are_counted_as_they_stand()
    {
        var assessment = CiAssessment.Of(Audit(new Dictionary<string, string>
        {
            [".github/workflows/ci.yml"] = $$"""
                name: CI
                on: [push, pull_request]
                permissions:
                  contents: read
                jobs:
                  build:
                    runs-on: ubuntu-latest
                    steps:
                      - uses: actions/checkout@{{Commit}} # v4
                      - uses: some/action@v1
                      - uses: some/action@v1
                      - uses: ./tools/act
                      - uses: docker://alpine:3
                      - run: echo hello
                  wide:
                    runs-on: ubuntu-latest
                    permissions: write-all
                    steps:
                      - run: echo hello
                """,
            [".github/workflows/call.yml"] = """
                on: issue_comment
                jobs:
                  call:
                    uses: other/flows/.github/workflows/x.yml@main
                    secrets:
                      A: ${{ secrets.CALL_TOKEN }}
                """,
            ["tools/act/action.yml"] = """
                name: act
                runs:
                  using: composite
                  steps:
                    - run: echo
                      shell: bash
                """,
        }));

        assessment.Pipelines.Select(p => (p.Path, p.Jobs, p.Steps)).ShouldBe([(".github/workflows/call.yml", 1, 0), (".github/workflows/ci.yml", 2, 7), ("tools/act/action.yml", 0, 1)]);
        assessment.Events.ShouldBe([("issue_comment", 1), ("pull_request", 1), ("push", 1)]);
        assessment.External.Select(a => (a.Text, a.Pin, a.Times)).ShouldBe(
        [
            ("some/action@v1", ActionPin.Moving, 2),
            ("docker://alpine:3", ActionPin.Moving, 1),
            ("other/flows/.github/workflows/x.yml@main", ActionPin.Moving, 1),
            ($"actions/checkout@{Commit}", ActionPin.Fixed, 1),
        ]);
        assessment.PinnedShare.ShouldBe(0.2);
        assessment.Places(ActionPin.Local).ShouldBe(1);
        assessment.JobsWith(JobVerdict.Excessive).ShouldBe(1);
        assessment.Pipelines.Sum(p => p.Verdicts.Count).ShouldBe(3);
        assessment.Pipelines[0].OpenEvents.ShouldBe(["issue_comment"]);
        assessment.Pipelines[0].Tokens.ShouldBe(["CALL_TOKEN"]);
    }

    [Fact]
    public void Runs_are_counted_within_the_days_asked_for()
    {
        const string Text = """
            [
             {"workflowName":"CI","status":"completed","conclusion":"success","createdAt":"2026-03-01T00:00:00Z","updatedAt":"2026-03-01T00:10:00Z","event":"push"},
             {"workflowName":"CI","status":"completed","conclusion":"failure","createdAt":"2026-03-02T00:00:00Z","startedAt":"2026-03-02T00:01:00Z","updatedAt":"2026-03-02T00:05:00Z"},
             {"workflowName":"CI","status":"in_progress","conclusion":"","createdAt":"2026-03-02T00:00:00Z","updatedAt":"2026-03-02T00:05:00Z"},
             {"name":"Docs","conclusion":"cancelled","createdAt":"2026-03-03T23:59:59Z"},
             {"name":"Docs","conclusion":"success","createdAt":"2026-03-04T00:00:00Z"}
            ]
            """;

        var (all, byWorkflow) = WorkflowRuns.Of(RunExport.Read(Text, out _, out _)!, new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 4));

        all.ShouldBe(new WorkflowRuns(null, 4, 1, 1, TimeSpan.FromMinutes(7)));
        all.SuccessShare.ShouldBe(0.5);
        byWorkflow.Select(w => (w.Workflow, w.Runs, w.Other)).ShouldBe([("CI", 3, 1), ("Docs", 1, 1)]);
        byWorkflow[1].SuccessShare.ShouldBeNull();
    }

    [Theory]
    [InlineData("[\n{\"name\":\"a\",\n,", 3, "no JSON")]
    [InlineData("{}", 0, "no list of runs")]
    [InlineData("[{\"name\":\"a\",\"createdAt\":\"2026-03-01\"},{\"name\":\"a\"}]", 0, "entry 2")]
    [InlineData("[1]", 0, "entry 1")]
    [InlineData("", 1, "no JSON")]
    public void What_is_no_export_is_refused_with_its_place(string text, int line, string because)
    {
        RunExport.Read(text, out var why, out var at).ShouldBeNull();

        at.ShouldBe(line);
        why.ShouldContain(because);
    }

    private static AuditResult Audit(Dictionary<string, string> files) =>
        new Auditor([], FactBase.Embedded, new FixedDay(new DateOnly(2026, 3, 31))).Audit(files.Aggregate(new MemoryFiles(), (all, f) => all.With(f.Key, f.Value)), new AuditOptions { KeepPermissions = true });
}
