namespace Warder.History.Reading;

/// <summary>How long the periods of a trend are.</summary>
public enum TrendStep
{
    /// <summary>Days.</summary>
    Day,

    /// <summary>Weeks that begin on Monday.</summary>
    Week,

    /// <summary>Months.</summary>
    Month,

    /// <summary>Quarters.</summary>
    Quarter,
}
