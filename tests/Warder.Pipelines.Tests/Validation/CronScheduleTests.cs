using Warder.Pipelines.GitHub.Validation;

namespace Warder.Pipelines.Tests.Validation;

public sealed class CronScheduleTests
{
    [Theory]
    [InlineData("* * * * *")]
    [InlineData(" 0 8 * * *\n")]
    [InlineData("54 18 * * */7")]
    [InlineData("0,30 4-6/2 1 jan-DEC mon,FRI")]
    [InlineData("0 0 * * 7")]
    public void Accepts_a_schedule(string cron) => CronSchedule.Problem(cron).ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("0 4 * *")]
    [InlineData("0 4 * * * *")]
    [InlineData("@daily")]
    [InlineData("60 4 * * *")]
    [InlineData("0 4 0 * *")]
    [InlineData("0 4 * 13 *")]
    [InlineData("0 4 * * 8")]
    [InlineData("0 6-4 * * *")]
    [InlineData("0 4,, * * *")]
    [InlineData("*/0 4 * * *")]
    [InlineData("0 4 * foo *")]
    [InlineData("-1 4 * * *")]
    public void Refuses_what_is_none(string cron) => CronSchedule.Problem(cron).ShouldNotBeNull();
}
