using Warder.Engine.Auditing;
using System.Globalization;
using System.Text.Json;
using Warder.Engine.Exposure.Redaction;
using Warder.Engine.Findings;

namespace Warder.History.Recording;

/// <summary>Reads a JSON report of an audit. It knows findings and numbers, but not every use, and no context by which a moved finding is known.</summary>
public static class ReportImport
{
    private static readonly string[] Lists = ["violations", "warnings", "notes"];

    /// <summary>Reads a report.</summary>
    /// <param name="report">The file.</param>
    /// <param name="key">A name that is the same for the same report.</param>
    /// <param name="time">When the audit was made; null for the day in the report.</param>
    /// <exception cref="HistoryException">It is no report of an audit.</exception>
    public static RunFacts Read(byte[] report, string key, DateTimeOffset? time)
    {
        try
        {
            using var json = JsonDocument.Parse(report);
            return Read(json.RootElement, key, time);
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new HistoryException("this is no JSON report of an audit by Warder.", wrong);
        }
    }

    private static RunFacts Read(JsonElement root, string key, DateTimeOffset? time)
    {
        if (root.GetProperty("schema").GetProperty("name").GetString() is not ("warder-audit" or "warder-validation"))
        {
            throw new HistoryException("this is no JSON report of an audit by Warder.");
        }

        if (root.GetProperty("repositories") is not { ValueKind: JsonValueKind.Array } repositories || repositories.GetArrayLength() != 1)
        {
            throw new HistoryException("the report is of more than one repository.");
        }

        List<SeenFinding> findings = [.. Lists.SelectMany(l => root.GetProperty(l).EnumerateArray()).Select(f => Finding(f, isAccepted: false))];
        findings.AddRange(root.GetProperty("suppressed").EnumerateArray().Select(f => Finding(f, isAccepted: true)));
        var open = findings.Where(f => !f.IsAccepted).ToList();
        var counts = root.GetProperty("counts");
        int Count(string name) => counts.TryGetProperty(name, out var number) ? number.GetInt32() : 0;
        return new RunFacts
        {
            Key = key,
            Origin = RunOrigin.Import,
            Time = time ?? DayOf(repositories[0].GetProperty("date").GetString()!),
            Duration = TimeSpan.Zero,
            Version = root.GetProperty("tool").GetProperty("version").GetString()!,
            Findings = findings,
            Uses = null,
            Unseen = root.GetProperty("diagnostics").EnumerateArray().Select(d => d.GetProperty("file").GetString()).OfType<string>().ToHashSet(StringComparer.Ordinal),
            IsBlind = root.GetProperty("diagnostics").EnumerateArray().Any(d => d.GetProperty("file").GetString() is null),
            Counts = new RunCounts
            {
                BySeverity = [.. Enum.GetValues<Severity>().Select(s => open.Count(f => f.Severity == s))],
                Accepted = findings.Count - open.Count,
                Diagnostics = root.GetProperty("diagnostics").GetArrayLength(),
                Unknowns = root.GetProperty("unknowns").GetArrayLength(),
                Workflows = Count("workflows"),
                Actions = Count("actions"),
                Scripts = Count("scripts"),
                Documents = Count("documents"),
                Jobs = Count("jobs"),
                Registered = Count("registered_tokens"),
                Tokens = Count("registered_tokens_used") + Count("unregistered_tokens"),
                Unregistered = Count("unregistered_tokens"),
                DefaultUses = Count("default_token_uses"),
            },
        };
    }

    private static SeenFinding Finding(JsonElement finding, bool isAccepted)
    {
        var fingerprint = finding.GetProperty("fingerprint").GetString()!;
        return new SeenFinding
        {
            Fingerprint = fingerprint,
            ContextHash = "import:" + fingerprint,
            Rule = finding.GetProperty("rule").GetString()!,
            Severity = Enum.Parse<Severity>(finding.GetProperty("severity").GetString()!, ignoreCase: true),
            Path = Text(finding, "file")!,
            Line = finding.GetProperty("line").GetInt32(),
            Message = Text(finding, "message")!,
            Token = Text(finding, "token"),
            Job = Text(finding, "job"),
            Step = Text(finding, "step"),
            IsAccepted = isAccepted,
        };
    }

    private static string? Text(JsonElement finding, string name) =>
        finding.TryGetProperty(name, out var value) && value.GetString() is { } text ? Stored.Clean(Redactor.Known.Redact(text)) : null;

    private static DateTimeOffset DayOf(string date) =>
        new(DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture), TimeOnly.MinValue, TimeSpan.Zero);
}
