namespace Warder.Engine.Auditing;

/// <summary>
/// Follows the links in a path part by part, never beyond the root. The system's own resolution looks only at the last part, so
/// a link within the way could lead out unseen.
/// </summary>
internal static class LinkWalk
{
    private const int MaxLinks = 40;

    /// <summary>Where the path ends, and its place on disk, free of links, where that is inside.</summary>
    public static LinkEnd Follow(string root, string path, out string place)
    {
        var ahead = new Stack<string>();
        Push(ahead, path);
        place = root;
        for (var links = 0; ahead.TryPop(out var part);)
        {
            if (part == "..")
            {
                if (place.Length <= root.Length)
                {
                    return LinkEnd.Outside;
                }

                place = Path.GetDirectoryName(place)!;
            }
            else if (new FileInfo(Path.Join(place, part)).LinkTarget is not { } target)
            {
                place = Path.Join(place, part);
            }
            else if (++links > MaxLinks)
            {
                return LinkEnd.Circle;
            }
            else if (Path.IsPathRooted(target))
            {
                var within = root.EndsWith(Path.DirectorySeparatorChar) ? root : root + Path.DirectorySeparatorChar;
                if (!target.StartsWith(within, StringComparison.Ordinal))
                {
                    return LinkEnd.Outside;
                }

                place = root;
                Push(ahead, target[within.Length..]);
            }
            else
            {
                Push(ahead, target);
            }
        }

        return Path.Exists(place) ? LinkEnd.Inside : LinkEnd.Nothing;
    }

    private static void Push(Stack<string> ahead, string path)
    {
        var parts = path.Split('/', Path.DirectorySeparatorChar);
        for (var i = parts.Length - 1; i >= 0; i--)
        {
            if (parts[i] is not ("" or "."))
            {
                ahead.Push(parts[i]);
            }
        }
    }
}
