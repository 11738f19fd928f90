using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.History.Recording;

namespace Warder.History.Tests;

/// <summary>Runs that tests record.</summary>
internal static class Runs
{
    public static readonly DateTimeOffset Start = new(2026, 1, 31, 23, 30, 0, TimeSpan.Zero);
    public static readonly Track Main = new("team/shop", "main", TrackKind.Runs);

    public static SeenFinding Finding(string context, string path = "a.yml", Severity severity = Severity.Error, bool isAccepted = false, string rule = "prohibited-token") => new()
    {
        Fingerprint = $"{context}@{path}",
        ContextHash = context,
        Rule = rule,
        Severity = severity,
        Path = path,
        Line = 1,
        Message = $"{context} is wrong",
        Token = "DEPLOY_TOKEN",
        IsAccepted = isAccepted,
    };

    public static SeenUse Use(string token, string path = "a.yml") => new($"{token}@{path}", token, "secret", path, "StepEnv", "build", null, null);

    public static RunFacts Of(int number, params SeenFinding[] findings) => new()
    {
        Key = $"{number:D8}",
        Origin = RunOrigin.Audit,
        Commit = $"{number:x40}",
        Time = Start.AddHours(number),
        Duration = TimeSpan.FromMilliseconds(10 + number),
        Version = "1.0.0",
        Counts = new RunCounts { BySeverity = [.. Enum.GetValues<Severity>().Select(s => findings.Count(f => !f.IsAccepted && f.Severity == s))], Accepted = findings.Count(f => f.IsAccepted) },
        Findings = findings,
        Uses = [],
    };
}
