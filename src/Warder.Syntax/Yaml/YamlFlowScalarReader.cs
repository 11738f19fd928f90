using System.Globalization;

namespace Warder.Syntax.Yaml;

/// <summary>Walks over a plain or quoted scalar as the parser did, noting which text made which code unit.</summary>
internal readonly struct YamlFlowScalarReader(string text, int end, YamlScalarStyle style, YamlScalarMap map)
{
    public void Read(int at)
    {
        while (at < end)
        {
            var unit = text[at];
            if (YamlCharacters.IsWhite(unit))
            {
                at = ReadWhite(at);
            }
            else if (unit == '\'' && style == YamlScalarStyle.SingleQuoted)
            {
                map.AddAtom(at, 2);
                at += 2;
            }
            else if (unit == '\\' && style == YamlScalarStyle.DoubleQuoted)
            {
                at = ReadEscape(at);
            }
            else
            {
                var length = text.AsSpan(at + 1, end - at - 1).IndexOfAny(YamlCharacters.FlowSpecials) + 1;
                length = length == 0 ? end - at : length;
                map.AddRun(at, length);
                at += length;
            }
        }
    }

    private int ReadWhite(int start)
    {
        var at = start;
        while (at < end && YamlCharacters.IsBlank(text[at]))
        {
            at++;
        }

        if (at >= end || !YamlCharacters.IsBreak(text[at]))
        {
            map.AddRun(start, at - start);
            return at;
        }

        // A first line feed becomes a space when alone and nothing when more follow; a separator is kept.
        var first = at;
        var kept = YamlCharacters.IsKeptBreak(text[first]);
        if (kept)
        {
            map.AddBreak(first);
        }

        at = ReadBreaks(first + YamlCharacters.BreakLength(text, first), out var any);
        if (!kept && !any)
        {
            map.AddBreak(first);
        }

        return at;
    }

    private int ReadBreaks(int at, out bool any)
    {
        any = false;
        while (at < end && YamlCharacters.IsWhite(text[at]))
        {
            if (YamlCharacters.IsBreak(text[at]))
            {
                any = true;
                map.AddBreak(at);
                at += YamlCharacters.BreakLength(text, at);
            }
            else
            {
                at++;
            }
        }

        return at;
    }

    private int ReadEscape(int at)
    {
        if (at + 1 >= end)
        {
            return end;
        }

        var unit = text[at + 1];
        if (YamlCharacters.IsBreak(unit))
        {
            return ReadBreaks(at + 1 + YamlCharacters.BreakLength(text, at + 1), out _);
        }

        var length = unit switch
        {
            'x' => 4,
            'u' => 6,
            'U' => 10,
            _ => 2,
        };
        if (unit == 'u' && at + 12 <= end && Hex(at + 2) is var high && char.IsSurrogate((char)high))
        {
            return ReadPair(at, high, Hex(at + 8));
        }

        map.AddAtom(at, length);
        if (unit == 'U' && at + 6 <= end && !text.AsSpan(at + 2, 4).SequenceEqual("0000"))
        {
            // A code point beyond the first plane is two code units of the value.
            map.AddAtom(at, length);
        }

        return at + length;
    }

    // The parser joins two surrogate escapes without a look at their order: what lands in the first plane is one code unit.
    private int ReadPair(int at, int high, int low)
    {
        if (((high - 0xD800) << 10) + (low - 0xDC00) < 0)
        {
            map.AddAtom(at, 12);
        }
        else
        {
            map.AddAtom(at, 6);
            map.AddAtom(at + 6, 6);
        }

        return at + 12;
    }

    private int Hex(int at) =>
        int.TryParse(text.AsSpan(at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit) ? unit : 0;
}
