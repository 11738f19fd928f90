namespace Warder.Cli.History;

/// <summary>The clock of a commit: rules that look at the day see that of the commit, in UTC.</summary>
internal sealed class CommitClock : TimeProvider
{
    /// <summary>The time.</summary>
    public DateTimeOffset Now { get; set; }

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => Now;
}
