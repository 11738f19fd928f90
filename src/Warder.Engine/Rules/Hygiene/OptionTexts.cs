using Warder.Syntax.Yaml;

namespace Warder.Engine.Rules.Hygiene;

/// <summary>Reads the settings of a rule that are texts.</summary>
internal static class OptionTexts
{
    /// <summary>The patterns of a list, or of one text; none where nothing is set.</summary>
    public static IReadOnlyList<PathPattern> Patterns(YamlNode? option)
    {
        if (option?.AsSequence() is { } list)
        {
            return [.. list.Items.Select(i => i.AsScalar()?.Value).OfType<string>().Select(t => new PathPattern(t))];
        }

        return option?.AsScalar()?.Value is { Length: > 0 } text ? [new PathPattern(text)] : [];
    }
}
