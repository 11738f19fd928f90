namespace Warder.Reports;

/// <summary>How an audit went.</summary>
internal enum Outcome
{
    Passed,
    Nothing,
    Failed,
    Incomplete,
}
