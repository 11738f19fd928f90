using System.Globalization;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Policy;

/// <summary>Reads the section <c>response-times</c> of a policy.</summary>
internal static class ResponseTimesReader
{
    private const int MaxHours = 24 * 36_500;

    private static readonly (string Unit, int Hours)[] Units =
    [
        ("hours", 1), ("hour", 1), ("h", 1), ("days", 24), ("day", 24), ("d", 24), ("weeks", 168), ("week", 168), ("w", 168),
    ];

    public static ResponseTimes Read(PolicyDraft draft, YamlMapping mapping)
    {
        var times = ResponseTimes.Default;
        foreach (var (key, entry) in draft.Entries(mapping, "`response-times`", PolicyKeys.ResponseTimes))
        {
            if (draft.Text(entry.Value, $"response-times.{key}") is not { } text)
            {
                continue;
            }

            if (TimeOf(text) is not { } time)
            {
                draft.Invalid(entry.Value.Span, $"`response-times.{key}` must be a time", "Write it like `24h`, `7d` or `1w`.");
                continue;
            }

            times = key switch
            {
                "critical" => times with { Critical = time },
                "major" => times with { Major = time },
                _ => times with { Minor = time },
            };
        }

        return times;
    }

    private static TimeSpan? TimeOf(string text)
    {
        var trimmed = text.AsSpan().Trim();
        foreach (var (unit, hours) in Units)
        {
            if (trimmed.EndsWith(unit, StringComparison.OrdinalIgnoreCase)
                && int.TryParse(trimmed[..^unit.Length].TrimEnd(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number is > 0 and <= MaxHours
                && (long)number * hours <= MaxHours)
            {
                return TimeSpan.FromHours(number * hours);
            }
        }

        return null;
    }
}
