namespace Warder.Cli.Aar;

/// <summary>A clock that stands at the first moment of a day that the user named, in UTC.</summary>
internal sealed class DayClock(DateOnly day) : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
