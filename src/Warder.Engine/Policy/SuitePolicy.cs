namespace Warder.Engine.Policy;

/// <summary>One test suite as the policy names it.</summary>
public sealed record SuitePolicy
{
    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>Where it runs, relative to the repository; empty for the repository itself.</summary>
    public string Directory { get; init; } = "";

    /// <summary>The program and its arguments; empty where a shell line is given instead.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>A line for the shell; null where a program and its arguments are given.</summary>
    public string? ShellLine { get; init; }

    /// <summary>Variables of its environment, on top of what every suite gets.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>How long it may take; null for the policy's common limit.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Files with results, JUnit or TRX, below its directory.</summary>
    public IReadOnlyList<PathPattern> Results { get; init; } = [];

    /// <summary>Files with coverage in the form of Cobertura, below its directory.</summary>
    public IReadOnlyList<PathPattern> Coverage { get; init; } = [];
}
