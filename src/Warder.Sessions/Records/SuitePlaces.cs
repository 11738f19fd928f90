namespace Warder.Sessions.Records;

/// <summary>Where a suite's artifacts go; full paths.</summary>
public sealed record SuitePlaces
{
    /// <summary>The suite's name as part of file names.</summary>
    public required string Key { get; init; }

    /// <summary>The file that its output is captured in.</summary>
    public required string Log { get; init; }

    /// <summary>The folder for coverage.</summary>
    public required string Coverage { get; init; }

    /// <summary>The folder for pytest's cache.</summary>
    public required string PytestCache { get; init; }

    /// <summary>The file for results in the form of JUnit.</summary>
    public required string JUnitFile { get; init; }

    /// <summary>The folder that other results are written and copied to.</summary>
    public required string ResultsFolder { get; init; }

    /// <summary>Whether pytest can measure coverage.</summary>
    public bool HasCoverageTool { get; init; }
}
