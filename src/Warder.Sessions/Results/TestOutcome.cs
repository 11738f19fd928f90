namespace Warder.Sessions.Results;

/// <summary>How a test ended.</summary>
public enum TestOutcome
{
    /// <summary>It passed.</summary>
    Passed,

    /// <summary>It failed.</summary>
    Failed,

    /// <summary>It broke before it could judge.</summary>
    Error,

    /// <summary>It was left out.</summary>
    Skipped,
}
