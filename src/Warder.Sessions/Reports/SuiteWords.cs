using System.Globalization;
using Warder.Sessions.Running;

namespace Warder.Sessions.Reports;

/// <summary>Says in one line what came of a suite.</summary>
public static class SuiteWords
{
    /// <summary><c>passed, 12 tests, 2 skipped, 87.5 % covered, 3.1 s</c>.</summary>
    public static string Of(SuiteResult result)
    {
        var parts = new List<string> { Status(result) };
        if (result.Tests is { } tests)
        {
            parts.Add(Words.Count(tests.Total, "test"));
            Add(parts, tests.Failed, "failed");
            Add(parts, tests.Errors, "broken");
            Add(parts, tests.Skipped, "skipped");
        }

        if (result.Coverage is { } coverage)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{coverage.Percent:0.#} % covered"));
        }

        parts.Add(Words.Of(result.Duration));
        return string.Join(", ", parts);
    }

    /// <summary>The status in a word or two.</summary>
    public static string Status(SuiteResult result) => result.Status switch
    {
        SuiteStatus.Passed => "passed",
        SuiteStatus.Failed => result.ExitCode is { } code and not 0 ? $"FAILED (exit code {code})" : "FAILED",
        SuiteStatus.TimedOut => "TIMED OUT",
        SuiteStatus.NotRun => "COULD NOT RUN",
        _ => "INTERRUPTED",
    };

    private static void Add(List<string> parts, int count, string word)
    {
        if (count > 0)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{count} {word}"));
        }
    }
}
