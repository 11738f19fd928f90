namespace Warder.Reports.Documents;

/// <summary>How bad something is, for its colour.</summary>
internal enum Tone
{
    Quiet,
    Good,
    Fair,
    Poor,
    Bad,
}
