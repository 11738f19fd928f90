namespace Warder.Reports.Console;

/// <summary>What a piece of text is, as far as its look goes.</summary>
public enum Ink
{
    /// <summary>Nothing special.</summary>
    Plain,

    /// <summary>What to read first.</summary>
    Strong,

    /// <summary>What need not be read.</summary>
    Faint,

    /// <summary>Critical.</summary>
    Critical,

    /// <summary>An error.</summary>
    Error,

    /// <summary>A warning.</summary>
    Warning,

    /// <summary>A note.</summary>
    Info,

    /// <summary>As it should be.</summary>
    Good,
}
