namespace Warder.Testing;

/// <summary>A clock that stands at noon of one day, in UTC.</summary>
public sealed class FixedDay : TimeProvider
{
    private readonly DateOnly _day;

    /// <summary>Stands on this day.</summary>
    public FixedDay(DateOnly day) => _day = day;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(_day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
}
