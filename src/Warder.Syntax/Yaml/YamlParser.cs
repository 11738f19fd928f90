namespace Warder.Syntax.Yaml;

/// <summary>Reads YAML into a tree with exact places.</summary>
public static class YamlParser
{
    /// <summary>Reads a text; what is wrong with it is in <see cref="YamlTree.Problems"/>, it never throws for bad input.</summary>
    public static YamlTree Parse(SourceText source) => throw new NotSupportedException("pending");
}
