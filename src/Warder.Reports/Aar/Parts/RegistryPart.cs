using System.Text.Json.Nodes;
using Warder.Engine.Auditing;
using Warder.Engine.Registry;
using Warder.Engine.Rotation;
using Warder.Pipelines;
using Warder.Reports.Templates;

namespace Warder.Reports.Aar.Parts;

/// <summary>The registry as it stands, and what is due.</summary>
internal static class RegistryPart
{
    public static JsonObject Of(AarFacts facts)
    {
        var repository = facts.Validation.Audit.Repository;
        var registry = repository.Registry;
        var entries = registry is { IsReadable: true } ? registry.Entries : [];
        var rotations = RotationSchedule.Of(repository);
        var used = facts.Validation.Audit.Uses.Where(u => u.Token.Kind == TokenKind.Secret).Select(u => u.Token.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new JsonObject
        {
            ["known"] = registry is { IsReadable: true },
            ["path"] = registry?.Source.Path,
            ["entries"] = entries.Count,
            ["registered"] = entries.Count(e => e.Status == TokenStatus.Registered),
            ["deprecated"] = entries.Count(e => e.Status == TokenStatus.Deprecated),
            ["prohibited"] = entries.Count(e => e.Status == TokenStatus.Prohibited),
            ["sections"] = ModelText.List(
                entries.CountBy(e => e.Category, StringComparer.Ordinal).OrderBy(c => c.Key, StringComparer.Ordinal),
                c => new JsonObject { ["section"] = c.Key, ["entries"] = c.Value }),
            ["tokens_used"] = used.Count,
            ["used_unregistered"] = used.Count(n => registry?.Find(n) is null),
            ["overdue"] = Count(rotations, RotationState.Overdue),
            ["due"] = Count(rotations, RotationState.Due),
            ["undated"] = Count(rotations, RotationState.Undated),
            ["scheduled"] = Count(rotations, RotationState.Scheduled),
            ["exempt"] = Count(rotations, RotationState.Exempt),
            ["rotations"] = ModelText.List(rotations.Where(r => r.State is RotationState.Overdue or RotationState.Due), r => RotationOf(r, repository), facts.Head.Most),
        };
    }

    private static int Count(IEnumerable<TokenRotation> rotations, RotationState state) => rotations.Count(r => r.State == state);

    private static JsonObject RotationOf(TokenRotation rotation, Repository repository) => new()
    {
        ["token"] = rotation.Entry.Name,
        ["owner"] = rotation.Entry["owner"],
        ["state"] = rotation.State.ToString().ToLowerInvariant(),
        ["due"] = rotation.Due is { } due ? ModelText.Day(due) : null,
        ["days_left"] = rotation.DaysLeft(repository.Today),
        ["because"] = rotation.Because,
    };
}
