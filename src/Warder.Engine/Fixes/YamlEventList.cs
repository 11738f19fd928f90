using System.Globalization;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Fixes;

/// <summary>The events of a file in order, without those under some paths.</summary>
internal sealed class YamlEventList
{
    private readonly IReadOnlySet<string> _left;
    private readonly List<(YamlEvent Event, string Pointer)> _events = [];

    private YamlEventList(IReadOnlySet<string> left) => _left = left;

    /// <summary>Lists the events of all documents.</summary>
    /// <param name="tree">The file.</param>
    /// <param name="left">Pointers of the first document that are left out, key and value.</param>
    public static IReadOnlyList<(YamlEvent Event, string Pointer)> Of(YamlTree tree, IReadOnlySet<string> left)
    {
        var list = new YamlEventList(left);
        for (var i = 0; i < tree.Documents.Count; i++)
        {
            // The pointers speak of the first document only.
            list.Visit(tree.Documents[i], i == 0 ? "" : $"document {i + 1}");
            list.Add("end of document", null, "");
        }

        return list._events;
    }

    // The parser's depth limit bounds the recursion; aliases are not followed.
    private void Visit(YamlNode? node, string pointer)
    {
        switch (node)
        {
            case YamlScalar scalar:
                _events.Add((new YamlEvent("scalar", scalar.Value, scalar.Style, scalar.Anchor, scalar.Tag), pointer));
                break;
            case YamlAlias alias:
                Add("alias", alias.Name, pointer);
                break;
            case YamlMapping mapping:
                Open(mapping.IsFlow ? "{" : "mapping", mapping, pointer);
                foreach (var entry in mapping.Entries)
                {
                    Visit(entry, pointer);
                }

                Add("end", null, pointer);
                break;
            case YamlSequence sequence:
                Open(sequence.IsFlow ? "[" : "list", sequence, pointer);
                for (var i = 0; i < sequence.Items.Count; i++)
                {
                    VisitUnlessLeft(sequence.Items[i], FixPath.Below(pointer, i.ToString(CultureInfo.InvariantCulture)));
                }

                Add("end", null, pointer);
                break;
        }
    }

    private void Visit(YamlEntry entry, string pointer)
    {
        var below = FixPath.Below(pointer, entry.KeyText ?? "?");
        if (!_left.Contains(below))
        {
            Visit(entry.Key, below);
            Visit(entry.Value, below);
        }
    }

    private void VisitUnlessLeft(YamlNode node, string pointer)
    {
        if (!_left.Contains(pointer))
        {
            Visit(node, pointer);
        }
    }

    private void Open(string kind, YamlNode node, string pointer) => _events.Add((new YamlEvent(kind, null, default, node.Anchor, node.Tag), pointer));

    private void Add(string kind, string? text, string pointer) => _events.Add((new YamlEvent(kind, text, default, null, null), pointer));
}
