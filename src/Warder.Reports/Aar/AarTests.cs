namespace Warder.Reports.Aar;

/// <summary>The newest run of the project's tests that Warder kept.</summary>
public sealed record AarTests
{
    /// <summary>The session.</summary>
    public required string Session { get; init; }

    /// <summary>When it ended.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary><c>passed</c>, <c>failed</c> or <c>incomplete</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Suites that ran.</summary>
    public int Suites { get; init; }

    /// <summary>Tests counted.</summary>
    public int Tests { get; init; }

    /// <summary>Those that passed.</summary>
    public int Passed { get; init; }

    /// <summary>Those that failed or could not run.</summary>
    public int Failed { get; init; }

    /// <summary>Those that were skipped.</summary>
    public int Skipped { get; init; }

    /// <summary>Lines covered, of all suites that say so; null where none does.</summary>
    public long? LinesCovered { get; init; }

    /// <summary>Lines that could be covered.</summary>
    public long? LinesValid { get; init; }
}
