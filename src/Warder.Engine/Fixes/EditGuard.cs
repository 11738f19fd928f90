using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Fixes;

/// <summary>
/// Holds fixes to what they say they change: outside those paths the events of the YAML and the comments must be the same after
/// the edits as before.
/// </summary>
internal static class EditGuard
{
    private const string Shared = "what stands there is shared with another place by an anchor";

    /// <summary>Why the fixes must not be made; null where they may.</summary>
    /// <param name="before">The file as it is.</param>
    /// <param name="after">The file with the edits of the fixes.</param>
    /// <param name="fixes">The fixes.</param>
    public static string? Check(YamlTree before, YamlTree after, IReadOnlyList<Fix> fixes)
    {
        if (!after.IsComplete || after.Problems.Count > before.Problems.Count)
        {
            return "the file could not be read any more";
        }

        var paths = fixes.SelectMany(f => f.Changes).ToList();
        return SharedPlace(before, paths)
            ?? OtherEvent(YamlEventList.Of(before, Pointers(paths)), YamlEventList.Of(after, Pointers(paths.Where(p => !p.IsRemoved))))
            ?? OtherValue(after, paths)
            ?? new CommentCheck(before, after, [.. fixes.SelectMany(f => f.Edits)], paths).Fault();
    }

    private static HashSet<string> Pointers(IEnumerable<FixPath> paths) => paths.Select(p => p.Pointer).ToHashSet(StringComparer.Ordinal);

    private static string? SharedPlace(YamlTree before, List<FixPath> paths)
    {
        HashSet<string>? aliases = null;
        foreach (var path in paths)
        {
            foreach (var node in YamlPlace.Follow(before, path.Pointer).Way)
            {
                if (node is YamlAlias || (node.Anchor is { } anchor && (aliases ??= AliasesOf(before)).Contains(anchor)))
                {
                    return Shared;
                }
            }
        }

        return null;
    }

    private static HashSet<string> AliasesOf(YamlTree tree) =>
        YamlEventList.Of(tree, Pointers([])).Where(e => e.Event.Kind == "alias").Select(e => e.Event.Text!).ToHashSet(StringComparer.Ordinal);

    private static string? OtherEvent(IReadOnlyList<(YamlEvent Event, string Pointer)> before, IReadOnlyList<(YamlEvent Event, string Pointer)> after)
    {
        for (var i = 0; i < Math.Max(before.Count, after.Count); i++)
        {
            if (i >= before.Count || i >= after.Count || before[i].Event != after[i].Event)
            {
                return $"it would change {Words(i < before.Count ? before[i].Pointer : after[i].Pointer)} too";
            }
        }

        return null;
    }

    private static string? OtherValue(YamlTree after, List<FixPath> paths)
    {
        foreach (var path in paths)
        {
            if (path.Value is not null && YamlPlace.Follow(after, path.Pointer) is var (way, _, isWhole) && !(isWhole && way[^1] is YamlScalar scalar && scalar.Value == path.Value))
            {
                return $"{Words(path.Pointer)} would not read as it should";
            }
        }

        return null;
    }

    private static string Words(string pointer) =>
        pointer.Length == 0 ? "the file" : string.Join('.', pointer.Split('/').Skip(1)).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
