using System.Text.Json.Nodes;
using Warder.Engine.Auditing;
using Warder.Engine.Periods;
using Warder.Engine.Policy;
using Warder.Engine.Rotation;
using Warder.Reports.Rotation;
using Warder.Reports.Templates;

namespace Warder.Reports.Periodic;

/// <summary>What the registry and the policy, as they stand now, say at the end of a period.</summary>
internal static class RegistryPosture
{
    private const int SoonInDays = 30;

    /// <summary>What the registry says of a token; null where there is no registry, or it is not a token that one declares.</summary>
    public static string? StatusOf(TokenFlow token, Repository repository) =>
        repository.Registry is not { IsReadable: true } registry || token.Kind is not ("secret" or "defaulttoken") ? null
        : registry.Find(token.Token) is { } entry ? Words.Of(entry.Status) : token.Kind == "secret" ? "not registered" : null;

    /// <summary>When tokens are due; null where there is no registry.</summary>
    public static JsonObject? Rotation(PeriodicScene scene)
    {
        if (scene.Repository.Registry is not { IsReadable: true })
        {
            return null;
        }

        var day = DayOf(scene);
        var all = RotationSchedule.Of(scene.Repository, day: day);
        return new JsonObject
        {
            ["as_of"] = ModelText.Day(day),
            ["overdue"] = all.Count(r => r.State == RotationState.Overdue),
            ["due"] = all.Count(r => r.State == RotationState.Due),
            ["undated"] = all.Count(r => r.State == RotationState.Undated),
            ["scheduled"] = all.Count(r => r.State == RotationState.Scheduled),
            ["exempt"] = all.Count(r => r.State == RotationState.Exempt),
            ["tokens"] = ModelText.List(all, r => new JsonObject
            {
                ["token"] = r.Entry.Name,
                ["state"] = RotationReport.WordOf(r.State),
                ["due"] = r.Due is { } due ? ModelText.Day(due) : null,
                ["days_left"] = r.DaysLeft(day),
                ["last"] = r.Last is { } last ? ModelText.Day(last) : null,
                ["owner"] = r.Entry["owner"],
                ["because"] = r.Because,
            }),
        };
    }

    /// <summary>The policy's exceptions, those that end first at the top.</summary>
    public static JsonArray Exceptions(PeriodicScene scene)
    {
        var day = DayOf(scene);
        return ModelText.List(
            scene.Repository.Policy.Exceptions.OrderBy(e => e.Expires).ThenBy(e => e.Rule, StringComparer.Ordinal).ThenBy(e => e.Span.Start),
            e => new JsonObject
            {
                ["rule"] = e.Rule,
                ["path"] = e.Path?.ToString(),
                ["token"] = e.Token,
                ["owner"] = e.Owner,
                ["reason"] = e.Reason,
                ["expires"] = ModelText.Day(e.Expires),
                ["state"] = StateOf(e, day),
            });
    }

    private static string StateOf(PolicyException exception, DateOnly day) =>
        exception.IsExpired(day) ? "expired" : exception.Expires.DayNumber - day.DayNumber <= SoonInDays ? "ends soon" : "holds";

    /// <summary>The last day that the report knows of.</summary>
    private static DateOnly DayOf(PeriodicScene scene) =>
        scene.Facts.AsOf >= scene.Facts.Period.End ? scene.Facts.Period.Last : DateOnly.FromDateTime(scene.Facts.AsOf.UtcDateTime);
}
