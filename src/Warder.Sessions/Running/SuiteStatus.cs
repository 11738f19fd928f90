namespace Warder.Sessions.Running;

/// <summary>How a suite ended.</summary>
public enum SuiteStatus
{
    /// <summary>All tests passed.</summary>
    Passed,

    /// <summary>Tests failed.</summary>
    Failed,

    /// <summary>It took longer than it may, and was ended.</summary>
    TimedOut,

    /// <summary>It could not be run.</summary>
    NotRun,

    /// <summary>It was ended because the session was.</summary>
    Interrupted,
}
