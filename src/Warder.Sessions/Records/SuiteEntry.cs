using Warder.Sessions.Processes;

namespace Warder.Sessions.Records;

/// <summary>A suite in the record of its session.</summary>
public sealed record SuiteEntry
{
    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>Where it runs.</summary>
    public string Directory { get; init; } = "";

    /// <summary>Its command as people read it.</summary>
    public string Command { get; init; } = "";

    /// <summary><c>waiting</c>, <c>running</c>, or how it ended.</summary>
    public string State { get; init; } = "waiting";

    /// <summary>Its process while it runs; its number is that of the session of all that it starts.</summary>
    public ProcessIdentity? Process { get; init; }
}
