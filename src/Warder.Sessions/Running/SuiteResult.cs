using Warder.Sessions.Records;
using Warder.Sessions.Results;
using Warder.Sessions.Suites;

namespace Warder.Sessions.Running;

/// <summary>What came of a suite.</summary>
public sealed record SuiteResult
{
    /// <summary>The suite.</summary>
    public required Suite Suite { get; init; }

    /// <summary>Where its artifacts are.</summary>
    public required SuitePlaces Places { get; init; }

    /// <summary>How it ended.</summary>
    public required SuiteStatus Status { get; init; }

    /// <summary>What its process ended with; null where there was none or nobody could tell.</summary>
    public int? ExitCode { get; init; }

    /// <summary>How long it ran.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Its tests; null where neither a file nor its output tells them.</summary>
    public TestTally? Tests { get; init; }

    /// <summary>Its coverage; null where nothing tells it.</summary>
    public Coverage? Coverage { get; init; }

    /// <summary>How many bytes it printed.</summary>
    public long OutputBytes { get; init; }

    /// <summary>How many processes it left behind, which were ended.</summary>
    public int LeftProcesses { get; init; }

    /// <summary>What people should know: why it could not run, what could not be read.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What could not be done of the work itself; makes the exit status 2.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>The word for <see cref="Status"/> in the outputs.</summary>
    public string StatusWord => Word(Status);

    /// <summary>The word for a status.</summary>
    public static string Word(SuiteStatus status) => status switch
    {
        SuiteStatus.Passed => "passed",
        SuiteStatus.Failed => "failed",
        SuiteStatus.TimedOut => "timed-out",
        SuiteStatus.NotRun => "not-run",
        _ => "interrupted",
    };
}
