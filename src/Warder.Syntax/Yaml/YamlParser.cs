namespace Warder.Syntax.Yaml;

/// <summary>Reads YAML into a tree with exact places.</summary>
public static class YamlParser
{
    /// <summary>Reads a text; what is wrong with it is in <see cref="YamlTree.Problems"/>, it never throws for bad input.</summary>
    public static YamlTree Parse(SourceText source)
    {
        if (source.Text.Length > YamlLimits.MaxTextLength)
        {
            var problem = new YamlProblem(
                YamlProblemKind.TooLarge,
                $"The text has {source.Text.Length} characters; at most {YamlLimits.MaxTextLength} are read.",
                new TextSpan(0, 0));
            return new YamlTree(source, [], [problem], readTo: 0);
        }

        return YamlCommonReader.Read(source) ?? new YamlTreeBuilder(source).Build();
    }
}
