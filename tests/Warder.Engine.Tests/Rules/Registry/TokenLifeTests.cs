using Warder.Engine.Findings;
using Warder.Engine.Rules.Hygiene;
using Warder.Engine.Rules.Permissions;
using Warder.Engine.Rules.Registry;
using Warder.Engine.Tests.Registry;
using Warder.Testing;
using static Warder.Engine.Tests.Rules.Registry.RegistryAudit;

namespace Warder.Engine.Tests.Rules.Registry;

public sealed class TokenLifeTests
{
    private static readonly DateOnly Today = new(2026, 11, 1);

    [Theory]
    [InlineData(-40, "expired on 2026-09-22, 40 days ago", null)]
    [InlineData(-1, "expired on 2026-10-31, yesterday", null)]
    [InlineData(0, null, "expires today, on 2026-11-01")]
    [InlineData(1, null, "expires tomorrow, on 2026-11-02")]
    [InlineData(30, null, "expires in 30 days, on 2026-12-01")]
    [InlineData(31, null, null)]
    public void A_token_is_expired_or_expiring_and_never_both(int days, string? expired, string? expiring)
    {
        var registry = Entry($"expires: {Today.AddDays(days):yyyy-MM-dd}");

        Check(Run<TokenExpired>(registry, today: Today), expired, "Critical");
        Check(Run<TokenExpiring>(registry, today: Today), expiring, "Warning");

        static void Check(IReadOnlyList<string> findings, string? message, string severity)
        {
            if (message is null)
            {
                findings.ShouldBeEmpty();
            }
            else
            {
                findings.ShouldHaveSingleItem().ShouldStartWith($"4:14 {severity} CI_TOKEN {message} |");
            }
        }
    }

    [Fact]
    public void The_hint_says_days_left_owner_and_instructions() =>
        Run<TokenExpiring>(Entry("expires: 2026-11-08", "owner: team-a", "runbook: docs/r.md"), today: Today).ShouldHaveSingleItem()
            .ShouldEndWith("| 7 days left: make the new token now and change over; team-a answers for it; see docs/r.md");

    [Theory]
    [InlineData("expiry-warning-days: [60]", 50, 1)]
    [InlineData("expiry-warning-days: 5", 6, 0)]
    public void The_policy_sets_the_warning(string policy, int days, int count) =>
        Run<TokenExpiring>(Entry($"expires: {Today.AddDays(days):yyyy-MM-dd}"), policy, today: Today).Count.ShouldBe(count);

    [Fact]
    public void A_prohibited_token_may_expire_in_peace() =>
        Run<TokenExpired>("prohibited:\n  a: {token: A_KEY, expires: 2020-01-01}\n").ShouldBeEmpty();

    [Theory]
    [InlineData("rotation_days: 90", 90, false)]
    [InlineData("rotation_days: 90", 91, true)]
    [InlineData("risk: critical", 91, true)]
    [InlineData("risk: medium", 180, false)]
    [InlineData("risk: medium", 181, true)]
    [InlineData("risk: low", 365, false)]
    [InlineData("risk: low", 366, true)]
    [InlineData("blast_radius: organization", 91, true)]
    [InlineData("permissions: ['contents:read']", 365, false)]
    [InlineData("permissions: ['contents:write']", 91, true)]
    [InlineData("role: x", 181, true)]
    [InlineData("kind: oidc", 4000, false)]
    public void A_token_is_overdue_after_its_period(string field, int age, bool overdue) =>
        Run<RotationOverdue>(Entry($"rotated: {Today.AddDays(-age):yyyy-MM-dd}", field), today: Today).Count.ShouldBe(overdue ? 1 : 0);

    [Fact]
    public void The_policy_sets_the_periods() =>
        Run<RotationOverdue>(Entry("rotated: 2026-09-01", "risk: low"), "rotation: {low: 30}\n", today: Today).ShouldHaveSingleItem()
            .ShouldBe("4:14 Error CI_TOKEN was rotated 61 days ago; 30 are allowed | It was due on 2026-10-01: replace the value and write the day as `rotated`");

    [Fact]
    public void Without_a_rotation_the_age_counts_from_the_making() =>
        Run<RotationOverdue>(Entry("created: 2026-01-01", "rotation_days: 100"), today: Today).ShouldHaveSingleItem()
            .ShouldStartWith("4:14 Error CI_TOKEN was never rotated in the 304 days since it was made; 100 are allowed");

    [Fact]
    public void Without_any_day_nothing_can_be_said() => Run<RotationOverdue>(Entry("risk: critical"), today: Today).ShouldBeEmpty();

    [Fact]
    public void A_used_token_is_not_unused() => Run<TokenUnused>(Entry(), workflow: Workflow).ShouldBeEmpty();

    [Fact]
    public void An_unused_token_is_found_and_a_similar_unregistered_one_suggested() =>
        Run<TokenUnused>("ci:\n  bot: {token: CI_TOKENS}\n", workflow: Workflow).ShouldBe(
            ["2:16 Warning No workflow, action, script or agent document of this repository uses CI_TOKENS | Did you mean CI_TOKEN, which is used and not registered?"]);

    [Theory]
    [InlineData("${{ toJSON(secrets) }}")]
    [InlineData("${{ secrets[format('{0}_KEY', github.ref_name)] }}")]
    public void What_takes_secrets_without_naming_them_makes_it_a_note(string value)
    {
        var finding = Findings<TokenUnused>("ci:\n  bot: {token: OTHER_KEY}\n", workflow: Workflow.Replace("${{ secrets.CI_TOKEN }}", value)).ShouldHaveSingleItem();

        finding.Severity.ShouldBe(Severity.Info);
        finding.Why!.ShouldContain(".github/workflows/ci.yml:9");
    }

    [Theory]
    [InlineData("for name in OTHER_KEY MORE; do try \"$name\"; done\n", Severity.Info)]
    [InlineData("for name in ANOTHER_KEY OTHER_KEYS; do try \"$name\"; done\n", Severity.Warning)]
    public void A_script_that_names_it_makes_it_a_note(string script, Severity severity)
    {
        var files = new MemoryFiles().With(RegistryText.Path, "ci:\n  bot: {token: OTHER_KEY}\n").With("run.sh", script);

        AuditRunner.Run(files).Findings.Single(f => f.Rule.Slug == "token-unused").Severity.ShouldBe(severity);
    }

    [Fact]
    public void Deprecated_prohibited_and_platform_tokens_may_be_unused() =>
        Run<TokenUnused>("deprecated: [A_KEY]\nprohibited: [B_KEY]\nci:\n  d: {token: GITHUB_TOKEN}\n  o: {token: CLOUD, kind: oidc}\n").ShouldBeEmpty();

    [Theory]
    [InlineData("content: read", "There is no permission `content` | Did you mean `contents`?")]
    [InlineData("pull_requests: read", "There is no permission `pull_requests` | Did you mean `pull-requests`?")]
    [InlineData("administration: read", "There is no permission `administration` | Only apps and fine-grained tokens have it; the default token cannot get it")]
    [InlineData("contents: raed", "The permission `contents` has no level `raed` | Did you mean `read`?")]
    [InlineData("contents: admin", "The permission `contents` has no level `admin` | Its levels are `read`, `write`, `none`")]
    [InlineData("id-token: read", "The permission `id-token` has no level `read` | Its levels are `write`, `none`")]
    public void An_unknown_grant_is_found_at_workflow_and_job(string grant, string expected)
    {
        var text = $"on: push\npermissions:\n  {grant}\njobs:\n  a:\n    runs-on: x\n    permissions:\n      {grant}\n    steps: [{{run: make}}]\n";

        Run<UnknownPermission>(registry: null, workflow: text).Select(f => f[(f.IndexOf(' ', StringComparison.Ordinal) + 1)..]).ShouldBe(
            [$"Warning {expected}", $"Warning {expected}"]);
    }

    [Theory]
    [InlineData("permissions: read", "Did you mean `read-all`?")]
    [InlineData("permissions: none", "Write `permissions: {}`")]
    [InlineData("permissions: write_al", "Did you mean `write-all`?")]
    public void An_unknown_whole_value_is_found(string line, string hint) =>
        Findings<UnknownPermission>(registry: null, workflow: Workflow.Replace("permissions: {}", line)).ShouldHaveSingleItem().Hint.ShouldBe(hint);

    [Fact]
    public void Known_grants_are_fine() =>
        Run<UnknownPermission>(registry: null, workflow: Workflow.Replace("{}", "{contents: read, id-token: write, models: read, issues: none}")).ShouldBeEmpty();

    [Fact]
    public void An_exception_past_its_day_is_found_in_the_policy() =>
        Run<ExpiredException>(
            Entry(),
            "exceptions:\n  - rule: token-unused\n    owner: me\n    reason: Later.\n    expires: 2026-10-31\n  - {rule: token-unused, owner: me, reason: r, expires: 2026-11-01}\n",
            today: Today).ShouldBe(
            ["5:14 Error The exception from token-unused ended on 2026-10-31 and hides nothing any more | Mend what it hid and remove it, or agree on a new day"]);
}
