using System.Globalization;
using System.Text;
using Warder.Sessions.Results;
using Warder.Sessions.Running;

namespace Warder.Sessions.Reports;

/// <summary>Writes <c>test-summary.md</c>.</summary>
internal static class SummaryMarkdown
{
    private const int MostFailures = 20;

    public static string Of(SessionResult result)
    {
        var text = new StringBuilder();
        var record = result.Record;
        text.Append("# Test session\n\n");
        text.Append(CultureInfo.InvariantCulture, $"- **Session**: {record.SessionId}\n");
        text.Append(CultureInfo.InvariantCulture, $"- **Date**: {record.EndTime ?? record.StartTime:yyyy-MM-dd HH:mm:ss} UTC\n");
        text.Append(CultureInfo.InvariantCulture, $"- **Duration**: {Words.Of(TimeSpan.FromSeconds(record.DurationSeconds ?? 0))}\n");
        text.Append(CultureInfo.InvariantCulture, $"- **Commit**: {Cell(record.GitCommit)}{(record.GitBranch is { Length: > 0 } branch ? $" ({Cell(branch)})" : "")}\n");
        text.Append(CultureInfo.InvariantCulture, $"- **Policy**: {Cell(record.TokenGovernance.Policy)}\n");
        if (result.IsInterrupted)
        {
            text.Append("- **Interrupted**: the session was ended before all suites were done\n");
        }

        Governance(text, result);
        Suites(text, result);
        Coverage(text, result);
        Failures(text, result);
        Slowest(text, result);
        Notes(text, result);
        Artifacts(text, result);
        return text.ToString();
    }

    private static void Governance(StringBuilder text, SessionResult result)
    {
        var governance = result.Record.TokenGovernance;
        text.Append("\n## Token governance\n\n");
        text.Append(CultureInfo.InvariantCulture, $"- **Token audit**: {result.AuditStatus switch { null => "not run", 0 => "compliant", var code => $"issues found (exit code {code})" }}\n");
        text.Append(CultureInfo.InvariantCulture, $"- **Registry**: {(governance.RegistryFile.Length > 0 ? Cell(governance.RegistryFile) : "none")}\n");
        text.Append(CultureInfo.InvariantCulture, $"- **Virtual environment**: {governance.VirtualEnv}\n");
    }

    private static void Suites(StringBuilder text, SessionResult result)
    {
        text.Append("\n## Results\n\n| suite | status | tests | passed | failed | skipped | time |\n|---|---|---:|---:|---:|---:|---:|\n");
        foreach (var suite in result.Suites)
        {
            var tests = suite.Tests;
            text.Append(CultureInfo.InvariantCulture, $"| {Cell(suite.Suite.Name)} | {SuiteWords.Status(suite)} | {Number(tests?.Total)} | {Number(tests?.Passed)} | {Number(tests?.Failed + tests?.Errors)} | {Number(tests?.Skipped)} | {Words.Of(suite.Duration)} |\n");
        }
    }

    private static void Coverage(StringBuilder text, SessionResult result)
    {
        if (!result.Suites.Any(s => s.Coverage is not null))
        {
            return;
        }

        text.Append("\n## Coverage\n\n| suite | lines | covered | |\n|---|---:|---:|---:|\n");
        foreach (var suite in result.Suites)
        {
            if (suite.Coverage is { } coverage)
            {
                text.Append(CultureInfo.InvariantCulture, $"| {Cell(suite.Suite.Name)} | {coverage.Valid} | {coverage.Covered} | {coverage.Percent:0.0} % |\n");
            }
        }
    }

    private static void Failures(StringBuilder text, SessionResult result)
    {
        foreach (var suite in result.Suites.Where(s => s.Tests is { Failures.Count: > 0 }))
        {
            var failures = suite.Tests!.Failures;
            text.Append(CultureInfo.InvariantCulture, $"\n## Failed in {Cell(suite.Suite.Name)}\n\n");
            foreach (var test in failures.Take(MostFailures))
            {
                text.Append(CultureInfo.InvariantCulture, $"- {Cell(test.Name)}{(test.Message is { } message ? $": {Cell(message)}" : "")}\n");
            }

            var more = suite.Tests.Failed + suite.Tests.Errors - Math.Min(failures.Count, MostFailures);
            text.Append(more > 0 ? string.Create(CultureInfo.InvariantCulture, $"- and {more} more\n") : "");
        }
    }

    private static void Slowest(StringBuilder text, SessionResult result)
    {
        var slow = result.Suites.SelectMany(s => (s.Tests?.Slowest ?? []).Select(t => (s.Suite.Name, Test: t))).ToList();
        if (slow.Count == 0)
        {
            return;
        }

        text.Append("\n## Slowest tests\n\n| suite | test | time |\n|---|---|---:|\n");
        foreach (var (name, test) in slow)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {Cell(name)} | {Cell(test.Name)} | {Words.Of(TimeSpan.FromSeconds(Math.Min(test.Seconds, TimeSpan.MaxValue.TotalSeconds / 2)))} |\n");
        }
    }

    private static void Notes(StringBuilder text, SessionResult result)
    {
        var notes = result.Suites.SelectMany(s => s.Notes.Concat(s.Problems).Select(n => $"{s.Suite.Name}: {n}")).Concat(result.Problems).ToList();
        if (result.RootEntries.Count > 0)
        {
            notes.Add($"New in the root of the repository: {string.Join(", ", result.RootEntries)}. 'warder guard check' says what belongs elsewhere.");
        }

        if (notes.Count > 0)
        {
            text.Append("\n## Notes\n\n");
            notes.ForEach(n => text.Append(CultureInfo.InvariantCulture, $"- {Cell(n)}\n"));
        }
    }

    private static void Artifacts(StringBuilder text, SessionResult result)
    {
        var kept = KeptPaths.Of(result);
        text.Append("\n## Artifacts\n\n");
        foreach (var (what, where) in new[]
        {
            ("Archive of the session", kept.Archive), ("Results", kept.Results), ("JUnit", kept.JUnitXml), ("Coverage (HTML)", kept.CoverageHtml),
            ("Coverage (XML)", kept.CoverageXml), ("Outputs", kept.TestLogs), ("Audit data", kept.TokenAudit),
        })
        {
            text.Append(where is null ? "" : $"- {what}: `{where}`\n");
        }
    }

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "unknown";

    /// <summary>A text of others that must not break out of its line or cell.</summary>
    private static string Cell(string text)
    {
        var cell = new StringBuilder();
        foreach (var c in SafeXml.OneLine(text))
        {
            cell.Append(c is '|' or '\\' or '`' or '*' or '_' or '<' or '>' or '[' or ']' or '#' ? $"\\{c}" : c.ToString());
        }

        return cell.ToString();
    }
}
