using System.Globalization;
using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Fixes;

/// <summary>Finds nodes of a file by their path, and paths by a place in the text; aliases are not followed.</summary>
internal static class YamlPlace
{
    /// <summary>The nodes on the way to a pointer, from the root, as far as it leads; with the range of the last from its key.</summary>
    public static (IReadOnlyList<YamlNode> Way, TextSpan Span, bool IsWhole) Follow(YamlTree tree, string pointer)
    {
        var way = new List<YamlNode>();
        if (tree.Root is not { } at)
        {
            return (way, default, false);
        }

        way.Add(at);
        var span = at.Span;
        foreach (var step in pointer.Split('/').Skip(1))
        {
            var key = step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (at is YamlMapping mapping && mapping.Find(key) is { } entry)
            {
                (at, span) = (entry.Value, entry.Span);
            }
            else if (at is YamlSequence sequence && int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < sequence.Items.Count)
            {
                (at, span) = (sequence.Items[index], sequence.Items[index].Span);
            }
            else
            {
                return (way, span, false);
            }

            way.Add(at);
        }

        return (way, span, true);
    }

    /// <summary>The path of the scalar or alias in which a range lies; that of the collection around it where there is none.</summary>
    public static FixPath At(YamlTree tree, TextSpan span)
    {
        var (at, pointer) = (tree.Root, "");
        while (true)
        {
            var inside = false;
            foreach (var (step, node, range) in Below(at))
            {
                if (range.Contains(span))
                {
                    (at, pointer, inside) = (node, FixPath.Below(pointer, step), true);
                    break;
                }
            }

            if (!inside)
            {
                return new FixPath(pointer);
            }
        }
    }

    private static IEnumerable<(string Step, YamlNode Node, TextSpan Span)> Below(YamlNode? node) => node switch
    {
        YamlMapping mapping => mapping.Entries.Select(e => (e.KeyText ?? "?", e.Value, e.Span)),
        YamlSequence sequence => sequence.Items.Select((n, i) => (i.ToString(CultureInfo.InvariantCulture), n, n.Span)),
        _ => [],
    };
}
