namespace Warder.Syntax.Yaml;

/// <summary>The anchors of the document being read.</summary>
internal sealed class YamlAnchors
{
    private Dictionary<string, Anchored>? _anchors;

    /// <summary>Notes that an anchored collection has begun: an alias to it from inside is recursive.</summary>
    public void Open(string name) => (_anchors ??= new(StringComparer.Ordinal))[name] = default;

    /// <summary>Notes an anchored node with what walking it costs.</summary>
    public void Set(string name, YamlNode node, int visits, int depth) =>
        (_anchors ??= new(StringComparer.Ordinal))[name] = new Anchored(node, visits, depth);

    /// <summary>The node an alias stands for, or null and a problem.</summary>
    public YamlNode? Find(string name, TextSpan alias, YamlProblemList problems, out int visits, out int depth)
    {
        var anchored = default(Anchored);
        if (_anchors is null || !_anchors.TryGetValue(name, out anchored))
        {
            problems.Add(YamlProblemKind.UndefinedAlias, $"No anchor {YamlProblemList.Quote(name)} stands before this alias.", alias);
        }
        else if (anchored.Node is null)
        {
            problems.Add(YamlProblemKind.RecursiveAlias, $"The alias {YamlProblemList.Quote(name)} lies inside the node that it names.", alias);
        }

        visits = anchored.Visits;
        depth = anchored.Depth;
        return anchored.Node;
    }

    /// <summary>Forgets all: anchors end with their document.</summary>
    public void Clear() => _anchors?.Clear();

    private readonly record struct Anchored(YamlNode? Node, int Visits, int Depth);
}
