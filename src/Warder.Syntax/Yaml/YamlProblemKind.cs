namespace Warder.Syntax.Yaml;

/// <summary>Why a YAML text is not what it should be.</summary>
public enum YamlProblemKind
{
    /// <summary>Not YAML.</summary>
    Syntax,

    /// <summary>A key stands twice in one mapping.</summary>
    DuplicateKey,

    /// <summary>Two keys of one mapping differ only in case: GitHub takes them for the same key, YAML does not.</summary>
    SimilarKey,

    /// <summary>An alias without an anchor before it.</summary>
    UndefinedAlias,

    /// <summary>An alias inside the node that it names.</summary>
    RecursiveAlias,

    /// <summary>Nested deeper than the limit.</summary>
    TooDeep,

    /// <summary>More nodes, or more nodes after expanding aliases, than the limit.</summary>
    TooLarge,
}
