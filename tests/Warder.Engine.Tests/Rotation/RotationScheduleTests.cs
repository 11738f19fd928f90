using Warder.Engine.Auditing;
using Warder.Engine.Rotation;
using Warder.Testing;

namespace Warder.Engine.Tests.Rotation;

public sealed class RotationScheduleTests
{
    [Theory]
    [InlineData("rotated: 2026-01-31\n    rotation_days: 28", "2026-02-28", "the entry's rotation_days")]
    [InlineData("rotated: 2024-02-01\n    rotation_days: 28", "2024-02-29", "the entry's rotation_days")]
    [InlineData("created: 2026-01-01\n    risk: low", "2027-01-01", "its risk and blast radius")]
    [InlineData("created: 2026-01-01\n    risk: low\n    blast_radius: organization", "2026-04-01", "its risk and blast radius")]
    [InlineData("rotated: 2026-01-01\n    rotation_days: 365\n    expires: 2026-06-30", "2026-06-30", "it ends then")]
    [InlineData("rotated: 9999-12-01\n    rotation_days: 365", "9999-12-31", "the entry's rotation_days")]
    [InlineData("expires: 2026-06-30", "2026-06-30", "it ends then")]
    public void The_earliest_reason_decides_the_day(string fields, string due, string because)
    {
        var rotation = Schedule(fields, new DateOnly(2026, 1, 2)).ShouldHaveSingleItem();
        rotation.Due.ShouldBe(DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture));
        rotation.Because.ShouldBe(because);
    }

    [Theory]
    [InlineData("2026-06-29", RotationState.Due)]
    [InlineData("2026-06-30", RotationState.Due)]
    [InlineData("2026-07-01", RotationState.Overdue)]
    [InlineData("2026-05-31", RotationState.Due)]
    [InlineData("2026-05-30", RotationState.Scheduled)]
    public void The_state_follows_the_day(string today, RotationState state) =>
        Schedule("expires: 2026-06-30", DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)).ShouldHaveSingleItem().State.ShouldBe(state);

    [Fact]
    public void What_has_no_date_or_no_value_is_said()
    {
        Schedule("purpose: x", new DateOnly(2026, 1, 1)).ShouldHaveSingleItem().State.ShouldBe(RotationState.Undated);
        Schedule("kind: oidc\n    created: 2020-01-01", new DateOnly(2026, 1, 1)).ShouldHaveSingleItem().State.ShouldBe(RotationState.Exempt);
    }

    [Fact]
    public void A_maximum_lifetime_breaks_nothing_before_its_day()
    {
        var audit = Audit("created: 2026-01-01\n    owner: ops", new DateOnly(2026, 1, 2));
        LifetimePolicy.Breaks(audit, 90, new DateOnly(2026, 3, 1)).ShouldHaveSingleItem().Breaks.ShouldBe(new DateOnly(2026, 4, 2));
        var late = LifetimePolicy.Breaks(audit, 30, new DateOnly(2026, 3, 1)).ShouldHaveSingleItem();
        late.Breaks.ShouldBe(new DateOnly(2026, 3, 1));
        late.Owner.ShouldBe("ops");
        late.Workflows.ShouldBe([".github/workflows/ci.yml"]);
        LifetimePolicy.Breaks(Audit("purpose: x", new DateOnly(2026, 1, 2)), 90, new DateOnly(2026, 3, 1)).ShouldHaveSingleItem().Breaks.ShouldBeNull();
    }

    internal static AuditResult Audit(string fields, DateOnly today) => AuditRunner.Run(
        new MemoryFiles()
            .With(".github/workflows/ci.yml", "on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: ./x\n        env: {K: '${{ secrets.DEPLOY }}'}\n")
            .With(".codex/tokens/token_scope_map.yaml", $"ci:\n  deploy:\n    token: DEPLOY\n    {fields}\n"),
        today: today);

    private static IReadOnlyList<TokenRotation> Schedule(string fields, DateOnly today) => RotationSchedule.Of(Audit(fields, today).Repository);
}
