using Warder.Engine.Auditing;

namespace Warder.Engine.Facts;

/// <summary>Where documents and configurations for coding agents lie.</summary>
public sealed class AgentDocumentPaths
{
    // A repository may have a hundred thousand paths: each is compared only with the places that share its name or first folder.
    private readonly Dictionary<string, List<Place>>.AlternateLookup<ReadOnlySpan<char>> _byName;
    private readonly Dictionary<string, List<Place>>.AlternateLookup<ReadOnlySpan<char>> _byFolder;
    private readonly List<Place> _others = [];

    /// <summary>Over a list of places, of which the first that fits counts.</summary>
    public AgentDocumentPaths(IReadOnlyList<(PathPattern Pattern, FileKind Kind)> places)
    {
        var byName = new Dictionary<string, List<Place>>(StringComparer.OrdinalIgnoreCase);
        var byFolder = new Dictionary<string, List<Place>>(StringComparer.Ordinal);
        for (var i = 0; i < places.Count; i++)
        {
            var (pattern, kind) = places[i];
            var text = pattern.Text;
            var name = text[(text.LastIndexOf('/') + 1)..];
            var folder = text[..Math.Max(0, text.IndexOf('/', StringComparison.Ordinal))];
            var isAnywhere = string.Equals(text, "**/" + name, StringComparison.Ordinal);
            var place = new Place(pattern, kind, i, isAnywhere, Ending(name));
            if (!HasWildcard(name))
            {
                Add(byName, name, place);
            }
            else if (folder.Length > 0 && !HasWildcard(folder))
            {
                Add(byFolder, folder, place);
            }
            else
            {
                _others.Add(place);
            }
        }

        _byName = byName.GetAlternateLookup<ReadOnlySpan<char>>();
        _byFolder = byFolder.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Document, configuration, <see cref="FileKind.Other"/> for a place that is known to be neither, or null for any other.</summary>
    public FileKind? Find(string path)
    {
        Place? best = null;
        if (_byName.TryGetValue(path.AsSpan(path.LastIndexOf('/') + 1), out var named))
        {
            best = First(named, path, best);
        }

        var slash = path.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0 && _byFolder.TryGetValue(path.AsSpan(0, slash), out var within))
        {
            best = First(within, path, best);
        }

        return First(_others, path, best)?.Kind;
    }

    private static Place? First(List<Place> places, string path, Place? best)
    {
        foreach (var place in places)
        {
            if (best is not null && best.Order < place.Order)
            {
                break;
            }

            // Agents look for their document's name without regard to case.
            if (place.IsAnywhere || (path.EndsWith(place.Ending, StringComparison.Ordinal) && place.Pattern.Matches(path)))
            {
                return place;
            }
        }

        return best;
    }

    private static void Add(Dictionary<string, List<Place>> places, string key, Place place)
    {
        if (!places.TryGetValue(key, out var list))
        {
            places[key] = list = [];
        }

        list.Add(place);
    }

    private static bool HasWildcard(string text) => text.AsSpan().ContainsAny('*', '?', '[');

    private static string Ending(string name) => name[(name.AsSpan().LastIndexOfAny('*', '?', ']') + 1)..];

    private sealed record Place(PathPattern Pattern, FileKind Kind, int Order, bool IsAnywhere, string Ending);
}
