namespace Warder.Syntax.Yaml;

/// <summary>Everything read from one YAML text.</summary>
public sealed class YamlTree
{
    private readonly Func<YamlTree, IReadOnlyList<YamlComment>> _findComments;
    private IReadOnlyList<YamlComment>? _comments;

    internal YamlTree(
        SourceText source,
        IReadOnlyList<YamlNode?> documents,
        IReadOnlyList<YamlProblem> problems,
        Func<YamlTree, IReadOnlyList<YamlComment>> findComments)
    {
        Source = source;
        Documents = documents;
        Problems = problems;
        _findComments = findComments;
    }

    /// <summary>The text.</summary>
    public SourceText Source { get; }

    /// <summary>The root of each document; null for an empty one. Up to the first syntax error.</summary>
    public IReadOnlyList<YamlNode?> Documents { get; }

    /// <summary>The root of the first document.</summary>
    public YamlNode? Root => Documents.Count > 0 ? Documents[0] : null;

    /// <summary>What is wrong, in the order of the text.</summary>
    public IReadOnlyList<YamlProblem> Problems { get; }

    /// <summary>The comments in the order of the text, found when first asked for.</summary>
    public IReadOnlyList<YamlComment> Comments => _comments ??= _findComments(this);
}
