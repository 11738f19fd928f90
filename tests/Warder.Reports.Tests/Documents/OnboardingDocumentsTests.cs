using Warder.Engine.Auditing;
using Warder.Engine.Policy;
using Warder.Reports.Documents;
using Warder.Testing;

namespace Warder.Reports.Tests.Documents;

/// <summary>The documents of the sample repository.</summary>
public sealed class OnboardingDocumentsTests
{
    private static readonly string Root = RepositoryRoot.Combine("samples", "onboarding");
    private static readonly Lazy<AuditResult> Result = new(() => AuditRunner.Run(new DiskFiles(Root)));

    [Fact]
    public void Those_in_the_sample_are_up_to_date()
    {
        foreach (var document in Made(Result.Value, OnDisk))
        {
            document.Problem.ShouldBeNull();
            if (Environment.GetEnvironmentVariable("WARDER_UPDATE_DOCS") == "1")
            {
                Environment.GetEnvironmentVariable("CI").ShouldNotBe("true");
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Root, document.Path))!);
                File.WriteAllText(Path.Combine(Root, document.Path), document.Text);
                continue;
            }

            document.IsMade.ShouldBeTrue(document.Path);
            document.Present.ShouldBe(document.Text);
        }
    }

    [Theory]
    [InlineData("| Registered tokens | 12 in 5 categories |")]
    [InlineData("| Used where they may not be | 1: [`CHECKLIST_BOT_TOKEN`](#checklist_bot_token) |")]
    [InlineData("| `scripts/sync_labels.ps1` |  | 1 | **NOT AUTHORISED** |")]
    [InlineData("| `.github/workflows/diagnostics-post.yml` |  | none | authorised, no such file |")]
    [InlineData("| Rotation | every 90 days, as declared; last replaced 2025-11-03, so due 2026-02-01 |")]
    [InlineData("| Risk | high: `contents:write` pushes commits and publishes releases. The registry declares low, which is too low |")]
    [InlineData("| Expires | 2026-06-30 |")]
    [InlineData("| `pull_request:write` | Warder does not know this permission | not known |")]
    [InlineData("| `actions:read` | reads only; with write it starts, cancels and deletes runs | low |")]
    [InlineData("| Owner | team-platform; in their absence team-security |")]
    [InlineData("- **critical**: A restricted token within reach of a run that anybody can start (`restricted-token-in-untrusted-trigger`): `.github/workflows/pr-triage.yml:risk-note`")]
    [InlineData("- Tolerated until 2026-09-30: `deprecated-token`, team-experience answers for it")]
    [InlineData("| [`CI_BOT_TOKEN`](#ci_bot_token) | CI_ISSUE_AUTOMATION_TOKEN or the bot made for the task | One key for everything; each bot has its own now | 2026-03-31 | 1 in 1 file |")]
    [InlineData("| Github automation | Primary | `CI_ISSUE_AUTOMATION_TOKEN` |")]
    public void The_matrix_says(string line) => Text(DocumentKind.Matrix).Split('\n').ShouldContain(line);

    [Theory]
    [InlineData("# No default token policy")]
    [InlineData("| `token-unused` | A registered token that nothing uses (by this policy; warning by default) | registry |")]
    [InlineData("| Critical | **critical** | 1 hour | The token is taken out of use or replaced, the run that used it is stopped, the owner is told |")]
    [InlineData("          DEPLOY_TOKEN: ${{ secrets.PROD_ORCHESTRATION_BOT_KEY }}")]
    [InlineData("  GH_TOKEN: ${{ secrets.GITHUB_TOKEN }}")]
    [InlineData("| monthly | The registry from top to bottom: does each token have its use, its owner, and what stands against it in the matrix answered? |")]
    public void The_policy_says(string line) => Text(DocumentKind.Policy).Split('\n').ShouldContain(line);

    [Fact]
    public void No_day_that_passes_changes_them()
    {
        var days = new[] { new DateOnly(2025, 1, 1), new DateOnly(2026, 6, 25), new DateOnly(2026, 11, 24), new DateOnly(2099, 12, 31), new DateOnly(2101, 1, 1) };
        var texts = days.Select(d => Made(AuditRunner.Run(new DiskFiles(Root), today: d), _ => null).Select(m => m.Text).ToList()).ToList();
        texts.ShouldAllBe(t => t.SequenceEqual(texts[0]));
    }

    [Fact]
    public void A_line_more_in_a_workflow_changes_nothing()
    {
        var files = Copy();
        var before = Made(AuditRunner.Run(files), _ => null).Select(d => d.Text).ToList();
        files.With(".github/workflows/ci.yml", "# a comment\n\n" + files.Read(".github/workflows/ci.yml").Source!.Text);
        Made(AuditRunner.Run(files), _ => null).Select(d => d.Text).ShouldBe(before);
    }

    [Fact]
    public void A_new_use_changes_the_matrix()
    {
        var files = Copy();
        var before = Made(AuditRunner.Run(files), _ => null)[0].Text;
        files.With(".github/workflows/new.yml", "on: push\njobs:\n  one:\n    runs-on: x\n    steps:\n      - run: ./a\n        env:\n          T: ${{ secrets.CI_HEALTH_KEY }}\n");
        var after = Made(AuditRunner.Run(files), _ => null)[0].Text!;
        after.ShouldNotBe(before);
        after.ShouldContain("| `.github/workflows/new.yml` | `one` | 1 | **NOT AUTHORISED** |");
    }

    [Fact]
    public void What_the_documents_name_is_no_use_of_it()
    {
        var files = Copy();
        files.With(".warder.yml", files.Read(".warder.yml").Source!.Text + "\ndocuments:\n  include: ['docs/**/*.md']\n");
        var once = Made(AuditRunner.Run(files), _ => null);
        foreach (var document in once)
        {
            files.With(document.Path, document.Text!);
        }

        var twice = Made(AuditRunner.Run(files), p => files.Exists(p) ? files.Read(p).Source!.Text : null);
        twice.ShouldAllBe(d => d.IsMade && !d.HasDrifted);
    }

    private static MemoryFiles Copy()
    {
        var (disk, memory) = (new DiskFiles(Root), new MemoryFiles());
        foreach (var path in disk.Paths)
        {
            memory.With(path, disk.Read(path).Source!.Text);
        }

        return memory;
    }

    private static string Text(DocumentKind kind) => Made(Result.Value, _ => null).Single(d => d.Kind == kind).Text!;

    private static IReadOnlyList<GeneratedDocument> Made(AuditResult result, Func<string, string?> present) =>
        GeneratedDocuments.For(result, new DocumentOptions { Present = present, Formats = [DocumentFormat.Markdown] });

    private static string? OnDisk(string path) => File.Exists(Path.Combine(Root, path)) ? File.ReadAllText(Path.Combine(Root, path)) : null;
}
