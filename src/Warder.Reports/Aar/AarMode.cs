namespace Warder.Reports.Aar;

/// <summary>How much a report tells.</summary>
public enum AarMode
{
    /// <summary>Figures without lists.</summary>
    Minimal,

    /// <summary>Figures, and the first entries of each list.</summary>
    Auto,

    /// <summary>Everything.</summary>
    Full,
}
