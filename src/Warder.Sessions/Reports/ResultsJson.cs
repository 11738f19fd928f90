using System.Text;
using System.Text.Json;
using Warder.Engine.Exposure.Redaction;
using Warder.Sessions.Results;
using Warder.Sessions.Running;

namespace Warder.Sessions.Reports;

/// <summary>Writes <c>test-results.json</c>: the keys of the source's file, and more.</summary>
internal static class ResultsJson
{
    public static void Write(SessionResult result, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        var record = result.Record;
        json.WriteStartObject();
        json.WriteString("session", record.SessionId);
        json.WriteString("timestamp", record.EndTime ?? record.StartTime);
        json.WriteNumber("duration_seconds", record.DurationSeconds ?? 0);
        json.WriteString("status", result.CouldNotWork ? "incomplete" : result.HasFailures ? "failed" : "passed");
        json.WriteBoolean("interrupted", result.IsInterrupted);
        json.WriteString("git_commit", record.GitCommit);
        json.WriteString("git_branch", record.GitBranch);
        WriteGovernance(json, result);
        json.WriteStartObject("results");
        foreach (var suite in result.Suites)
        {
            json.WriteStartObject(Clean(suite.Suite.Name));
            WriteSuite(json, result, suite);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        WriteTotals(json, result);
        WriteArtifacts(json, result);
        Texts(json, "root_entries", result.RootEntries);
        Texts(json, "problems", result.Problems);
        json.WriteEndObject();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }

    private static void WriteGovernance(Utf8JsonWriter json, SessionResult result)
    {
        json.WriteStartObject("token_governance");
        json.WriteString("policy", result.Record.TokenGovernance.Policy);
        Number(json, "audit_exit_code", result.AuditStatus);
        json.WriteBoolean("registry_available", result.Record.TokenGovernance.RegistryFile.Length > 0);
        json.WriteBoolean("virtual_env_active", result.Record.TokenGovernance.VirtualEnv == "active");
        json.WriteEndObject();
    }

    private static void WriteSuite(Utf8JsonWriter json, SessionResult result, SuiteResult suite)
    {
        Number(json, "exit_code", suite.ExitCode);
        json.WriteString("status", suite.StatusWord);
        json.WriteNumber("duration_seconds", Math.Round(suite.Duration.TotalSeconds, 3));
        json.WriteString("command", Clean(suite.Suite.CommandText));
        json.WriteString("directory", suite.Suite.Directory);
        json.WriteString("log", KeptPaths.LogOf(result.Folder, suite));
        json.WriteNumber("output_bytes", suite.OutputBytes);
        json.WriteNumber("left_processes", suite.LeftProcesses);
        WriteTests(json, suite.Tests);
        WriteCoverage(json, suite.Coverage);
        Cases(json, "failures", suite.Tests?.Failures ?? [], withMessage: true);
        Cases(json, "slowest", suite.Tests?.Slowest ?? [], withMessage: false);
        Texts(json, "notes", suite.Notes);
        Texts(json, "problems", suite.Problems);
    }

    private static void WriteTests(Utf8JsonWriter json, TestTally? tests)
    {
        if (tests is null)
        {
            json.WriteNull("tests");
            return;
        }

        json.WriteStartObject("tests");
        json.WriteNumber("total", tests.Total);
        json.WriteNumber("passed", tests.Passed);
        json.WriteNumber("failed", tests.Failed);
        json.WriteNumber("errors", tests.Errors);
        json.WriteNumber("skipped", tests.Skipped);
        json.WriteEndObject();
    }

    private static void WriteCoverage(Utf8JsonWriter json, Coverage? coverage)
    {
        if (coverage is not { } lines)
        {
            json.WriteNull("coverage");
            return;
        }

        json.WriteStartObject("coverage");
        json.WriteNumber("lines_covered", lines.Covered);
        json.WriteNumber("lines_valid", lines.Valid);
        json.WriteNumber("percent", lines.Percent);
        json.WriteEndObject();
    }

    private static void WriteTotals(Utf8JsonWriter json, SessionResult result)
    {
        var tests = result.Suites.Select(s => s.Tests).OfType<TestTally>().ToList();
        json.WriteStartObject("totals");
        json.WriteNumber("suites", result.Suites.Count);
        json.WriteNumber("tests", tests.Sum(t => t.Total));
        json.WriteNumber("passed", tests.Sum(t => t.Passed));
        json.WriteNumber("failed", tests.Sum(t => t.Failed));
        json.WriteNumber("errors", tests.Sum(t => t.Errors));
        json.WriteNumber("skipped", tests.Sum(t => t.Skipped));
        json.WriteNumber("uncounted_suites", result.Suites.Count - tests.Count);
        json.WriteEndObject();
    }

    private static void WriteArtifacts(Utf8JsonWriter json, SessionResult result)
    {
        var kept = KeptPaths.Of(result);
        json.WriteStartObject("artifacts");
        json.WriteString("coverage_html", kept.CoverageHtml);
        json.WriteString("coverage_xml", kept.CoverageXml);
        json.WriteString("junit_xml", kept.JUnitXml);
        json.WriteString("test_logs", kept.TestLogs);
        json.WriteString("token_audit", kept.TokenAudit);
        json.WriteString("archive", kept.Archive);
        json.WriteString("summary", kept.Summary);
        json.WriteEndObject();
    }

    private static void Cases(Utf8JsonWriter json, string name, IEnumerable<TestCase> cases, bool withMessage)
    {
        json.WriteStartArray(name);
        foreach (var test in cases)
        {
            json.WriteStartObject();
            json.WriteString("name", Clean(test.Name));
            json.WriteNumber("seconds", Math.Round(test.Seconds, 3));
            if (withMessage)
            {
                json.WriteString("message", test.Message is null ? null : Clean(test.Message));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(Clean(text));
        }

        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } there)
        {
            json.WriteNumber(name, there);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>Without values, and without half characters, which JSON cannot hold.</summary>
    private static string Clean(string text) => Redactor.Known.Redact(new UTF8Encoding(false, false).GetString(Encoding.UTF8.GetBytes(text)));
}
