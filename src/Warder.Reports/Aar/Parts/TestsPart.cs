using System.Text.Json.Nodes;
using Warder.Reports.Templates;

namespace Warder.Reports.Aar.Parts;

/// <summary>How the project's tests went when Warder last ran them.</summary>
internal static class TestsPart
{
    public static JsonObject Of(AarFacts facts)
    {
        var tests = facts.Tests;
        double? covered = tests is { LinesCovered: { } lines, LinesValid: > 0 and { } all } ? (double)lines / all : null;
        return new JsonObject
        {
            ["known"] = tests is not null,
            ["session"] = tests?.Session,
            ["time"] = ModelText.Time(tests?.Time),
            ["status"] = tests?.Status,
            ["suites"] = tests?.Suites ?? 0,
            ["tests"] = tests?.Tests ?? 0,
            ["passed"] = tests?.Passed ?? 0,
            ["failed"] = tests?.Failed ?? 0,
            ["skipped"] = tests?.Skipped ?? 0,
            ["covered_percent"] = ModelText.Percent(covered),
        };
    }
}
