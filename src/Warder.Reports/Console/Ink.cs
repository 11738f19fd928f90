namespace Warder.Reports.Console;

/// <summary>What a piece of text is, as far as its look goes.</summary>
internal enum Ink
{
    Plain,
    Strong,
    Faint,
    Critical,
    Error,
    Warning,
    Info,
    Good,
}
