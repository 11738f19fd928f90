namespace Warder.Syntax.Yaml;

/// <summary>Walks over a block scalar as the parser did, noting which text made which code unit.</summary>
internal readonly struct YamlBlockScalarReader(string text, string value, YamlScalarMap map)
{
    public void Read(int start, bool folded)
    {
        var header = YamlCharacters.LineEnd(text, start);
        if (header == text.Length || value.Length == 0)
        {
            return;
        }

        var content = header + YamlCharacters.BreakLength(text, header);
        var indent = FindIndent(content);
        if (folded)
        {
            ReadFolded(content, indent);
        }
        else
        {
            ReadLiteral(content, indent);
        }
    }

    private void ReadLiteral(int at, int indent)
    {
        while (!map.IsComplete && at < text.Length)
        {
            at = SkipIndent(at, indent);
            var lineEnd = YamlCharacters.LineEnd(text, at);
            map.AddRun(at, lineEnd - at);
            if (lineEnd == text.Length)
            {
                return;
            }

            map.AddBreak(lineEnd);
            at = lineEnd + YamlCharacters.BreakLength(text, lineEnd);
        }
    }

    private void ReadFolded(int at, int indent)
    {
        var lineBreak = -1;
        var afterBlank = false;
        var hasZero = text.Contains('\0', StringComparison.Ordinal);
        while (true)
        {
            var blankLines = at;
            at = SkipBlankLines(at, indent);
            var content = SkipIndent(at, indent);
            if (content == text.Length || content - at != indent)
            {
                // Chomping decides how much of the rest belongs to the value: its length tells.
                if (lineBreak >= 0)
                {
                    map.AddBreak(lineBreak);
                }

                AddBreaks(blankLines, at, indent);
                return;
            }

            var blank = YamlCharacters.IsBlank(text[content]);
            var folds = lineBreak >= 0 && !YamlCharacters.IsKeptBreak(text[lineBreak]) && !afterBlank && !blank;
            if (lineBreak >= 0 && hasZero)
            {
                // What stands behind spaces and a zero the parser sees as it likes; the value tells what it saw.
                folds = Breaks(blankLines, at, indent) is var count && count == 0 ? map.Position < value.Length && value[map.Position] == ' ' : BreaksInValue() <= count;
            }

            if (lineBreak >= 0 && (!folds || blankLines == at))
            {
                map.AddBreak(lineBreak);
            }

            AddBreaks(blankLines, at, indent);
            afterBlank = blank;
            var lineEnd = YamlCharacters.LineEnd(text, content);
            map.AddRun(content, lineEnd - content);
            if (lineEnd == text.Length)
            {
                return;
            }

            lineBreak = lineEnd;
            at = lineEnd + YamlCharacters.BreakLength(text, lineEnd);
        }
    }

    private int Breaks(int at, int end, int indent)
    {
        var count = 0;
        while (at < end)
        {
            at = SkipIndent(at, indent);
            at += YamlCharacters.BreakLength(text, at);
            count++;
        }

        return count;
    }

    private int BreaksInValue()
    {
        var at = map.Position;
        while (at < value.Length && YamlCharacters.IsBreak(value[at]))
        {
            at++;
        }

        return at - map.Position;
    }

    private void AddBreaks(int at, int end, int indent)
    {
        while (at < end)
        {
            at = SkipIndent(at, indent);
            map.AddBreak(at);
            at += YamlCharacters.BreakLength(text, at);
        }
    }

    private int SkipBlankLines(int at, int indent)
    {
        while (at < text.Length)
        {
            var line = SkipIndent(at, indent);
            if (line == text.Length || !YamlCharacters.IsBreak(text[line]))
            {
                break;
            }

            at = line + YamlCharacters.BreakLength(text, line);
        }

        return at;
    }

    private int SkipIndent(int at, int indent)
    {
        var end = indent >= text.Length - at ? text.Length : at + indent;
        while (at < end && text[at] == ' ')
        {
            at++;
        }

        return at;
    }

    // The first line with something on it tells: what it has more in the text than in the value is indentation.
    private int FindIndent(int content)
    {
        var valueSpaces = LeadingSpaces(value, 0, out var valueLongest, out var valueHasMore);
        var textSpaces = LeadingSpaces(text, content, out var textLongest, out _);
        if (valueHasMore)
        {
            return Math.Max(0, textSpaces - valueSpaces);
        }

        return valueLongest == 0 ? int.MaxValue : Math.Max(0, textLongest - valueLongest);
    }

    private static int LeadingSpaces(string text, int at, out int longest, out bool hasMore)
    {
        longest = 0;
        var spaces = 0;
        while (at < text.Length)
        {
            if (text[at] == ' ')
            {
                spaces++;
                longest = Math.Max(longest, spaces);
            }
            else if (YamlCharacters.IsBreak(text[at]))
            {
                spaces = 0;
            }
            else
            {
                hasMore = true;
                return spaces;
            }

            at++;
        }

        hasMore = false;
        return spaces;
    }
}
