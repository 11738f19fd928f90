namespace Warder.Syntax.Yaml;

/// <summary>How much of a hostile text is read before the parser gives up and says so.</summary>
public static class YamlLimits
{
    /// <summary>The longest text, in UTF-16 code units.</summary>
    public const int MaxTextLength = 10 * 1024 * 1024;

    /// <summary>The deepest nesting of mappings and sequences, aliases followed.</summary>
    public const int MaxDepth = 100;

    /// <summary>The most nodes that a walk through all documents meets, aliases followed.</summary>
    public const int MaxNodes = 1_000_000;

    /// <summary>The most problems listed for one text; a syntax error or a limit always fits in.</summary>
    public const int MaxProblems = 1_000;
}
