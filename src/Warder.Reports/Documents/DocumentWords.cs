using System.Globalization;
using Warder.Engine.Facts;
using Warder.Engine.Findings;
using Warder.Engine.Registry;
using Warder.Pipelines;

namespace Warder.Reports.Documents;

/// <summary>How the documents say the model's values.</summary>
internal static class DocumentWords
{
    public static readonly Rich Nothing = "not declared";

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static Rich TextOr(string? text) => string.IsNullOrWhiteSpace(text) ? Nothing : text;

    /// <summary>A line of ours in which names stand between backticks.</summary>
    public static Rich Marked(string line)
    {
        var rich = new Rich();
        var parts = line.Split('`');
        for (var i = 0; i < parts.Length; i++)
        {
            if (i % 2 == 0)
            {
                rich.AppendLiteral(parts[i]);
            }
            else
            {
                rich.AppendFormatted(Code(parts[i]));
            }
        }

        return rich;
    }

    public static Inline Code(string text) => new Inline.Code(text);

    public static Inline LinkTo(TokenFacts token, string page = "") =>
        new Inline.Link(token.Entry.Name, $"{page}#{DocumentPage.IdOf(token.Entry.Name)}", IsCode: true);

    public static Rich Risk(RiskLevel? risk) => risk is { } level ? new Inline.Badge(Words.Of(level), ToneOf(level)) : "not known";

    public static Inline Badge(Severity severity) => new Inline.Badge(Words.Of(severity), severity switch
    {
        Severity.Critical => Tone.Bad,
        Severity.Error => Tone.Poor,
        Severity.Warning => Tone.Fair,
        _ => Tone.Quiet,
    });

    public static Inline Badge(TokenStatus status) => new Inline.Badge(Words.Of(status), status switch
    {
        TokenStatus.Registered => Tone.Good,
        TokenStatus.Deprecated => Tone.Poor,
        _ => Tone.Bad,
    });

    public static Inline Badge(PlaceState state) => state switch
    {
        PlaceState.Used => new Inline.Badge("authorised, used", Tone.Good),
        PlaceState.Unused => new Inline.Badge("authorised, not used", Tone.Quiet),
        PlaceState.Missing => new Inline.Badge("authorised, no such file", Tone.Fair),
        PlaceState.Unlisted => new Inline.Badge("used, no list to hold it against", Tone.Fair),
        PlaceState.Beside => new Inline.Badge("used, on no list", Tone.Fair),
        PlaceState.Unauthorized => new Inline.Badge("NOT AUTHORISED", Tone.Bad),
        PlaceState.Condemned => new Inline.Badge("to be replaced", Tone.Bad),
        _ => new Inline.Badge("only named", Tone.Quiet),
    };

    /// <summary>A category's key as a title: <c>ci_automation</c> is <c>Ci automation</c>.</summary>
    public static string Title(string key)
    {
        var words = key.Replace('_', ' ').Replace('-', ' ').Trim();
        words = words.StartsWith("ci ", StringComparison.OrdinalIgnoreCase) ? "CI" + words[2..] : words;
        words = words.StartsWith("pr ", StringComparison.OrdinalIgnoreCase) ? "PR" + words[2..] : words;
        return words.Length == 0 ? key : char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>What a permission lets its holder do.</summary>
    public static (Rich Does, RiskLevel? Risk) Of(DeclaredPermission permission, PermissionScopes scopes)
    {
        var found = scopes.Find(permission.Name);
        var scope = permission.Level is { } level
            ? found.FirstOrDefault(s => s.Levels.Contains(level))
            : found.FirstOrDefault(s => s.Levels.Count == 0) ?? (found.Count > 0 ? found[0] : null);
        if (scope is null)
        {
            return ("Warder does not know this permission", null);
        }

        return (Does(scope.Reason, permission.Level), scope.RiskOf(permission.Level));
    }

    /// <summary>The facts say what harm a level can do: <c>write edits and closes issues</c>, <c>read shows weaknesses</c>.</summary>
    private static string Does(string reason, GrantLevel? level)
    {
        if (reason.StartsWith("write ", StringComparison.Ordinal))
        {
            return level == GrantLevel.Read ? $"reads only; with write it {reason["write ".Length..]}" : reason["write ".Length..];
        }

        return reason.StartsWith("read of ", StringComparison.Ordinal) ? $"reads {reason["read of ".Length..]}"
            : reason.StartsWith("read ", StringComparison.Ordinal) ? reason["read ".Length..]
            : reason;
    }

    /// <summary>The permission that decides a token's risk, and what it lets its holder do.</summary>
    public static Rich Worst(RiskAssessment because, PermissionScopes scopes) => $"{Code(because.Because.Text)} {Of(because.Because, scopes).Does}";

    public static string Time(TimeSpan time) => time switch
    {
        { TotalDays: >= 2 } when time.Hours == 0 && time.Minutes == 0 => Words.Count((long)time.TotalDays, "day"),
        { TotalHours: >= 1 } when time.Minutes == 0 => Words.Count((long)time.TotalHours, "hour"),
        _ => Words.Count((long)time.TotalMinutes, "minute"),
    };

    private static Tone ToneOf(RiskLevel level) => level switch
    {
        RiskLevel.Low => Tone.Good,
        RiskLevel.Medium => Tone.Fair,
        RiskLevel.High => Tone.Poor,
        _ => Tone.Bad,
    };
}
