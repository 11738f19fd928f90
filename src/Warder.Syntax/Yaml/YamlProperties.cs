namespace Warder.Syntax.Yaml;

/// <summary>Steps over the anchor and tag before a node.</summary>
internal static class YamlProperties
{
    /// <summary>Finds where the node itself starts; <paramref name="last"/> is where its last property ends.</summary>
    public static int Skip(string text, int start, bool hasAnchor, bool hasTag, out string? tag, out int last)
    {
        tag = null;
        last = start;
        var left = (hasAnchor ? 1 : 0) + (hasTag ? 1 : 0);
        var at = start;
        while (left > 0 && at < text.Length)
        {
            if (text[at] is not ('&' or '!'))
            {
                break;
            }

            // The parser has read it: a tag ends at white space, an anchor there or at a flow indicator.
            var isTag = text[at] == '!';
            var end = at + 1;
            while (end < text.Length && !EndsProperty(text[end], isTag))
            {
                end++;
            }

            if (isTag)
            {
                tag = text[at..end];
            }

            last = end;
            at = YamlCharacters.SkipGap(text, end);
            left--;
        }

        return at;
    }

    private static bool EndsProperty(char unit, bool isTag) =>
        YamlCharacters.IsWhite(unit) || unit == '\0' || (!isTag && !IsAnchorUnit(unit));

    private static bool IsAnchorUnit(char unit) => char.IsAsciiLetterOrDigit(unit) || unit is '_' or '-';
}
