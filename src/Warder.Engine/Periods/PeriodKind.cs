namespace Warder.Engine.Periods;

/// <summary>How long a period is.</summary>
public enum PeriodKind
{
    /// <summary>A day.</summary>
    Day,

    /// <summary>A week that begins on Monday, counted as ISO 8601 does.</summary>
    Week,

    /// <summary>A month.</summary>
    Month,

    /// <summary>A quarter of a year.</summary>
    Quarter,

    /// <summary>A year.</summary>
    Year,
}
