namespace Warder.Reports.Templates;

/// <summary>Refuses templates that nest deeper than any person writes: the language's parser goes into itself for each level.</summary>
internal static class TemplateLimits
{
    private const int MaxDepth = 100;
    private static readonly string[] Blocks = ["if", "unless", "for", "case", "capture", "tablerow", "comment", "raw", "macro", "ifchanged"];

    /// <summary>The line, from 1, where a template nests too deep; 0 where it does not.</summary>
    public static int TooDeepAt(string text)
    {
        var (blocks, brackets, line) = (0, 0, 1);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                line++;
            }
            else if (text[i] is '(' or '[')
            {
                brackets++;
            }
            else if (text[i] is ')' or ']' or '}')
            {
                brackets = text[i] == '}' ? 0 : Math.Max(0, brackets - 1);
            }
            else if (text[i] == '{' && i + 1 < text.Length && text[i + 1] == '%')
            {
                var word = text.AsSpan(i + 2).TrimStart('-').TrimStart();
                var end = word.IndexOfAnyExceptInRange('a', 'z');
                var name = end < 0 ? word : word[..end];
                blocks = name.StartsWith("end") ? Math.Max(0, blocks - 1) : IsBlock(name) ? blocks + 1 : blocks;
            }

            if (blocks > MaxDepth || brackets > MaxDepth)
            {
                return line;
            }
        }

        return 0;
    }

    private static bool IsBlock(ReadOnlySpan<char> name)
    {
        foreach (var block in Blocks)
        {
            if (name.SequenceEqual(block))
            {
                return true;
            }
        }

        return false;
    }
}
