using Warder.Engine.Activity;
using Warder.Engine.Assessment;
using Warder.Engine.Auditing;
using Warder.Engine.Enforcement;
using Warder.Engine.Periods;
using Warder.Engine.Rotation;
using Warder.Reports.Aar;
using Warder.Testing;

namespace Warder.Reports.Tests.Aar;

/// <summary>Facts that reports are made from in tests.</summary>
internal static class AarSamples
{
    public const string Workflow = ".github/workflows/release.yml";

    private static readonly DateOnly Day = new(2026, 3, 31);
    private static readonly DateTimeOffset Breach = new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero);

    /// <summary>All that can be known.</summary>
    public static AarFacts Rich(AarKind kind, AarMode mode)
    {
        var audit = Audit(new MemoryFiles()
            .With(Workflow, """
                name: Release
                on: [push, issue_comment]
                jobs:
                  publish:
                    runs-on: ubuntu-latest
                    steps:
                      - uses: actions/checkout@v4
                      - run: ./publish
                        env:
                          NPM: ${{ secrets.NPM_TOKEN }}
                          OLD: ${{ secrets.OLD_TOKEN }}
                """)
            .With(".warder/tokens.yaml", """
                automation:
                  npm:
                    token: NPM_TOKEN
                    owner: team|release
                    bot_identity: npm-bot
                    purpose: Publishes.
                    permissions: [contents:write]
                    rotation_days: 30
                    rotated: 2026-01-01
                    authorized_workflows: ['.github/workflows/*.yml']
                """));
        var campaign = new RotationCampaign
        {
            Id = "release-breach",
            Since = Breach,
            Started = Breach.AddHours(3),
            Place = new BreachedPlace(Workflow, null),
            Tokens =
            [
                new CampaignToken("NPM_TOKEN", [$"{Workflow}: job publish"], Replaced: null, Evidence: null),
                new CampaignToken("OLD_TOKEN", [$"{Workflow}: job publish"], Breach.AddHours(5), "OPS-1"),
            ],
        };
        return Bare(kind, mode, audit) with
        {
            Activity = ActivityReport.Of(Commits()),
            Runs =
            [
                new RunFact("Release", Breach, "success", "push", TimeSpan.FromMinutes(4)),
                new RunFact("Release", Breach, "failure", "push", TimeSpan.FromMinutes(8)),
                new RunFact("Old", Breach.AddYears(-1), "success", "push", null),
            ],
            Trend = new AarTrend("week", "runs", "main", [Week(9, 2, new FlowCounts { New = 3, Fixed = 1 }, new RunCounts { BySeverity = [0, 3, 2, 0] }), Week(16, 0, FlowCounts.None, null)]),
            TrendNote = null,
            Tests = new AarTests { Session = "test_session_1", Time = Breach, Status = "passed", Suites = 1, Tests = 12, Passed = 11, Skipped = 1, LinesCovered = 955, LinesValid = 1000 },
            GitNote = null,
            Breach = new AarBreach(campaign, IsStarted: true, IsKnown: true),
            Campaigns = [campaign],
        };
    }

    /// <summary>Nothing but files; git, history and forge do not tell.</summary>
    public static AarFacts Poor(AarKind kind, AarMode mode) => Bare(kind, mode, Audit(new MemoryFiles().With("README.md", "# Nothing\n")));

    private static AarFacts Bare(AarKind kind, AarMode mode, AuditResult audit) => new()
    {
        Head = new AarHead
        {
            Kind = kind,
            Mode = mode,
            Title = "A title with | and <b>",
            Number = kind is AarKind.Issue or AarKind.PullRequest ? 12 : null,
            Day = Day,
            From = new DateOnly(2026, 1, 1),
            Last = Day,
            Repository = "acme/shop",
            Commit = audit.Uses.Count == 0 ? null : new string('a', 40),
            Version = "1.2.3",
        },
        Validation = EnforcementResult.Of(audit, EnforcementResult.AllSections.ToHashSet(), [], isStrict: false, Breach),
        GitNote = "the folder is no git repository",
        TrendNote = "there is no history",
        Subject = audit.Uses.Count == 0
            ? new AarSubject { Number = 12, IsFromForge = false, Because = "gh is not installed" }
            : new AarSubject
            {
                Number = 12,
                IsFromForge = true,
                Title = "Publish `it`",
                State = "merged",
                Author = "ada",
                Created = Breach.AddDays(-2),
                Closed = Breach,
                Labels = ["bug", "ci|cd"],
                Base = "main",
                MergeCommit = new string('b', 40),
                Files = [new FileChange(Workflow, null, 3, 1), new FileChange("logo.png", null, null, null), new FileChange("new.md", "old.md", 0, 0)],
                Commits = Commits(),
                Closing = [new string('b', 40)],
            },
    };

    private static IReadOnlyList<CommitFact> Commits() =>
    [
        Commit('c', 3, "renovate[bot]", "Bump (#11)", new FileChange("package.json", null, 1, 1)),
        Commit('b', 2, "Ada", "Revert \"Publish\"", new FileChange(Workflow, null, 0, 7)) with { Body = $"This reverts commit {new string('a', 40)}." },
        Commit('a', 0, "Ada", "Publish <it> | now", new FileChange(Workflow, null, 7, 0), new FileChange("logo.png", null, null, null)),
    ];

    private static CommitFact Commit(char id, int days, string author, string subject, params FileChange[] files) => new()
    {
        Id = new string(id, 40),
        Parents = [],
        Author = author,
        Authored = Breach.AddDays(days),
        Committed = Breach.AddDays(days),
        Subject = subject,
        Files = files,
    };

    private static AuditResult Audit(MemoryFiles files) => AuditRunner.Run(files, new AuditOptions { KeepPermissions = true }, Day);

    private static PeriodPoint Week(int day, int runs, FlowCounts flow, RunCounts? atEnd) => new(Period.Of(PeriodKind.Week, new DateOnly(2026, 3, day)), runs, TimeSpan.Zero, atEnd, flow);
}
