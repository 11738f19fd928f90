using System.Text;
using CsCheck;
using Warder.Engine.Rotation;

namespace Warder.Engine.Tests.Rotation;

public sealed class RotationCalendarTests
{
    private static readonly DateTimeOffset Stamp = new(2026, 2, 28, 23, 30, 0, TimeSpan.FromHours(-5));

    [Fact]
    public void An_event_is_a_whole_day_with_an_alarm()
    {
        var text = Calendar("expires: 2026-03-29\n    owner: 'ops; team, a'", "shop");
        text.ShouldStartWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
        text.ShouldContain("\r\nDTSTAMP:20260301T043000Z\r\n");
        text.ShouldContain("\r\nDTSTART;VALUE=DATE:20260329\r\n");
        text.ShouldContain("\r\nUID:deploy@shop.warder\r\n");
        text.ShouldContain("DESCRIPTION:Owner: ops\\; team\\, a. Due because of it ends then.");
        text.ShouldEndWith("END:VEVENT\r\nEND:VCALENDAR\r\n");
    }

    [Fact]
    public void A_token_without_a_day_is_no_event() => Calendar("purpose: x", "shop").ShouldNotContain("VEVENT");

    [Fact]
    public void No_line_is_longer_than_75_octets_and_unfolding_gives_the_text_back() =>
        Gen.String[Gen.Char, 1, 200].Where(n => !n.Any(char.IsSurrogate) && !n.Any(char.IsControl)).Sample(name =>
        {
            var text = Calendar("expires: 2026-03-29", name);
            var lines = text.Split("\r\n");
            lines.ShouldAllBe(l => Encoding.UTF8.GetByteCount(l) <= 75);
            var plain = name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal);
            text.Replace("\r\n ", "", StringComparison.Ordinal).ShouldContain($"SUMMARY:Replace DEPLOY ({plain})\r\n", Case.Sensitive);
        });

    private static string Calendar(string fields, string name)
    {
        using var output = new StringWriter();
        RotationCalendar.Write(RotationSchedule.Of(RotationScheduleTests.Audit(fields, new DateOnly(2026, 1, 1)).Repository), name, Stamp, output);
        return output.ToString();
    }
}
