namespace Warder.Syntax.Yaml;

/// <summary>Everything read from one YAML text.</summary>
public sealed class YamlTree
{
    private IReadOnlyList<YamlComment>? _comments;

    internal YamlTree(SourceText source, IReadOnlyList<YamlNode?> documents, IReadOnlyList<YamlProblem> problems, int readTo)
    {
        Source = source;
        Documents = documents;
        Problems = problems;
        ReadTo = readTo;
    }

    /// <summary>The text.</summary>
    public SourceText Source { get; }

    /// <summary>The root of each document; null for an empty one. After a syntax error or a limit the last one holds what was read before it.</summary>
    public IReadOnlyList<YamlNode?> Documents { get; }

    /// <summary>The root of the first document.</summary>
    public YamlNode? Root => Documents.Count > 0 ? Documents[0] : null;

    /// <summary>What is wrong, in the order of the text.</summary>
    public IReadOnlyList<YamlProblem> Problems { get; }

    /// <summary>Whether the whole text was read: no syntax error and no limit met.</summary>
    public bool IsComplete => ReadTo == Source.Text.Length;

    /// <summary>The comments in the order of the text, found when first asked for; none after the place where reading stopped.</summary>
    public IReadOnlyList<YamlComment> Comments => _comments ??= YamlCommentFinder.Find(this);

    /// <summary>The offset up to which the text was understood.</summary>
    internal int ReadTo { get; }
}
