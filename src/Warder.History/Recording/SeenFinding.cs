using Warder.Engine.Findings;

namespace Warder.History.Recording;

/// <summary>A finding as one run saw it. Holds no value of a token: its texts are redacted.</summary>
public sealed record SeenFinding
{
    /// <summary>Its identity.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Its identity without the path.</summary>
    public required string ContextHash { get; init; }

    /// <summary>The rule's slug.</summary>
    public required string Rule { get; init; }

    /// <summary>How bad it is.</summary>
    public required Severity Severity { get; init; }

    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary>The line, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>What is wrong.</summary>
    public required string Message { get; init; }

    /// <summary>The token.</summary>
    public string? Token { get; init; }

    /// <summary>The job.</summary>
    public string? Job { get; init; }

    /// <summary>The step.</summary>
    public string? Step { get; init; }

    /// <summary>Whether something hides it.</summary>
    public bool IsAccepted { get; init; }
}
