using Warder.Engine;

namespace Warder.Sessions.Suites;

/// <summary>A test suite of the project.</summary>
public sealed record Suite
{
    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>By which tool it runs.</summary>
    public required SuiteKind Kind { get; init; }

    /// <summary>Where it runs, relative to the repository; empty for the repository itself.</summary>
    public string Directory { get; init; } = "";

    /// <summary>The program and its arguments; empty where a shell line is given.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>A line for the shell that the user wrote; null else.</summary>
    public string? ShellLine { get; init; }

    /// <summary>Variables of its own.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>How long it may take.</summary>
    public TimeSpan Timeout { get; init; }

    /// <summary>Files with its results, below its directory.</summary>
    public IReadOnlyList<PathPattern> Results { get; init; } = [];

    /// <summary>Files with its coverage, below its directory.</summary>
    public IReadOnlyList<PathPattern> Coverage { get; init; } = [];

    /// <summary>The file that gave it away; null where the policy names it.</summary>
    public string? FoundBy { get; init; }

    /// <summary>Whether it runs Python, which belongs into the virtual environment.</summary>
    public bool IsPython { get; init; }

    /// <summary>The command as people read it.</summary>
    public string CommandText => ShellLine ?? string.Join(' ', Command.Select(Quoted));

    private static string Quoted(string word) =>
        word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or '=' or ':' or ',' or '+' or '@' or '%')
            ? word
            : $"'{string.Concat(word.Select(c => char.IsControl(c) ? '\uFFFD' : c)).Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
