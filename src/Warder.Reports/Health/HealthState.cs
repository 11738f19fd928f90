namespace Warder.Reports.Health;

/// <summary>How one thing stands that Warder depends on.</summary>
public enum HealthState
{
    /// <summary>It is as it should be.</summary>
    Good,

    /// <summary>It is not there, and something optional cannot be done.</summary>
    Absent,

    /// <summary>Something is wrong that the remedy mends.</summary>
    Problem,
}
