using Warder.Sessions.Closing;
using Warder.Sessions.Records;

namespace Warder.Sessions.Running;

/// <summary>What came of a session.</summary>
public sealed record SessionResult
{
    /// <summary>The session; its folder is gone when it has been closed.</summary>
    public required SessionFolder Folder { get; init; }

    /// <summary>Its record as it was last written.</summary>
    public required SessionRecord Record { get; init; }

    /// <summary>Its suites, in the order in which they were to run.</summary>
    public required IReadOnlyList<SuiteResult> Suites { get; init; }

    /// <summary>What the audit of tokens ended with; null where there was none.</summary>
    public int? AuditStatus { get; init; }

    /// <summary>Whether it was ended before all suites were done.</summary>
    public bool IsInterrupted { get; init; }

    /// <summary>Files and folders that the suites have written to the root of the repository.</summary>
    public IReadOnlyList<string> RootEntries { get; init; } = [];

    /// <summary>What was closed; null before.</summary>
    public SessionEnd? End { get; init; }

    /// <summary>What could not be done of the work itself, the closing aside.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Whether something could not be done.</summary>
    public bool CouldNotWork =>
        IsInterrupted || Problems.Count > 0 || End is { Problems.Count: > 0 } || Suites.Any(s => s.Status == SuiteStatus.NotRun || s.Problems.Count > 0);

    /// <summary>Whether tests failed.</summary>
    public bool HasFailures => Suites.Any(s => s.Status is SuiteStatus.Failed or SuiteStatus.TimedOut);
}
