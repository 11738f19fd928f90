namespace Warder.Syntax.Yaml;

/// <summary>Finds comments in the gaps between scalars: there, and only there, a number sign starts one.</summary>
internal sealed class YamlCommentFinder
{
    private readonly string _text;
    private readonly List<YamlComment> _found = [];
    private int _at;

    private YamlCommentFinder(string text) => _text = text;

    public static IReadOnlyList<YamlComment> Find(YamlTree tree)
    {
        var finder = new YamlCommentFinder(tree.Source.Text);
        foreach (var document in tree.Documents)
        {
            if (document is not null)
            {
                finder.Visit(document);
            }
        }

        finder.ReadGap(tree.ReadTo);
        return finder._found.Count == 0 ? [] : finder._found.ToArray();
    }

    // The parser's depth limit bounds the recursion; aliases are not followed.
    private void Visit(YamlNode node)
    {
        switch (node)
        {
            case YamlScalar scalar:
                ReadGap(scalar.Span.Start);
                if (scalar.Style is YamlScalarStyle.Literal or YamlScalarStyle.Folded)
                {
                    ReadHeader(scalar);
                }

                _at = Math.Max(_at, scalar.Span.End);
                break;
            case YamlMapping mapping:
                foreach (var entry in mapping.Entries)
                {
                    Visit(entry.Key);
                    Visit(entry.Value);
                }

                break;
            case YamlSequence sequence:
                foreach (var item in sequence.Items)
                {
                    Visit(item);
                }

                break;
        }
    }

    private void ReadHeader(YamlScalar scalar)
    {
        var at = YamlScalarMap.SkipIndicators(_text, scalar.Span.Start);
        while (at < _text.Length && YamlCharacters.IsBlank(_text[at]))
        {
            at++;
        }

        if (at < _text.Length && _text[at] == '#')
        {
            _at = Add(at);
        }
    }

    private void ReadGap(int end)
    {
        while (_at < end)
        {
            var next = _text.AsSpan(_at, end - _at).IndexOf('#');
            if (next < 0)
            {
                _at = end;
                return;
            }

            _at = Add(_at + next);
        }
    }

    private int Add(int start)
    {
        var length = _text.AsSpan(start).IndexOfAny(YamlCharacters.CommentEnds);
        var end = length < 0 ? _text.Length : start + length;
        var before = start;
        while (before > 0 && YamlCharacters.IsBlank(_text[before - 1]))
        {
            before--;
        }

        var ownLine = before == 0 || YamlCharacters.IsBreak(_text[before - 1]);
        _found.Add(new YamlComment(TextSpan.FromBounds(start, end), ownLine));
        return end;
    }
}
