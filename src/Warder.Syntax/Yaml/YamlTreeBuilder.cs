using SharpYaml;
using SharpYaml.Events;

namespace Warder.Syntax.Yaml;

/// <summary>Builds the tree from the parser's events, taking of its marks only the index.</summary>
internal sealed class YamlTreeBuilder
{
    private readonly SourceText _source;
    private readonly string _text;
    private readonly int _shift;
    private readonly List<YamlNode?> _documents = new(1);
    private readonly YamlProblemList _problems = new();
    private readonly YamlAnchors _anchors = new();
    private readonly YamlKeyCheck _keys;
    private YamlNode[] _pending = new YamlNode[64];
    private int _pendingCount;
    private Frame[] _frames = new Frame[16];
    private int _depth;
    private int _visits;
    private bool _saidTooLarge;
    private int _readTo;
    private bool _stopped;

    public YamlTreeBuilder(SourceText source)
    {
        _source = source;
        _text = source.Text;
        _shift = _text.Length > 0 && _text[0] == '\uFEFF' ? 1 : 0;
        _keys = new YamlKeyCheck(_problems);
    }

    public YamlTree Build()
    {
        // The parser would stop at its own depth too; one level more lets ours speak first.
        var parser = Parser.CreateParser(new StringReader(_shift == 0 ? _text : _text[_shift..]), YamlLimits.MaxDepth + 1);
        try
        {
            while (!_stopped && parser.MoveNext())
            {
                Read(parser.Current!);
            }
        }
        catch (YamlException exception)
        {
            _stopped = true;
            AddSyntaxProblem(exception.Message, exception.Start.Index + _shift, exception.End.Index + _shift);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            // The scanner lets these out for escapes beyond Unicode and the like.
            _stopped = true;
            AddSyntaxProblem("Found text that is not YAML.", _readTo, _readTo);
        }

        if (_stopped)
        {
            CloseAll();
        }

        return new YamlTree(_source, _documents, _problems.ToSorted(), _stopped ? _readTo : _text.Length);
    }

    private void Read(ParsingEvent parsed)
    {
        switch (parsed)
        {
            case Scalar scalar:
                ReadScalar(scalar);
                break;
            case MappingStart start:
                Open(start, start.Style == YamlStyle.Flow, isMapping: true);
                break;
            case MappingEnd end:
                Close(end.Start.Index + _shift);
                break;
            case SequenceStart start:
                Open(start, start.Style == YamlStyle.Flow, isMapping: false);
                break;
            case SequenceEnd end:
                Close(end.Start.Index + _shift);
                break;
            case AnchorAlias alias:
                ReadAlias(alias);
                break;
            case DocumentEnd:
                EndDocument();
                break;
        }
    }

    private void ReadScalar(Scalar scalar)
    {
        var start = scalar.Start.Index + _shift;
        var end = scalar.End.Index + _shift;
        string? tag = null;
        if (scalar.Anchor is not null || scalar.Tag is not null)
        {
            start = YamlProperties.Skip(_text, start, scalar.Anchor is not null, scalar.Tag is not null, out tag, out var last);
            if (scalar.Value.Length == 0 && scalar.Style == ScalarStyle.Plain)
            {
                start = end = last;
            }
        }
        else if (scalar.Value.Length == 0 && scalar.Style == ScalarStyle.Plain)
        {
            start = end = PlaceOfNothing(start);
        }

        var style = ToStyle(scalar.Style);
        if (style is YamlScalarStyle.Literal or YamlScalarStyle.Folded)
        {
            end = FindBlockEnd(start, end, scalar.Value, style == YamlScalarStyle.Folded);
        }

        var node = new YamlScalar(TextSpan.FromBounds(start, end), scalar.Anchor, tag, scalar.Value, style, _source);
        Count(1, start);
        Push(node);
        if (scalar.Anchor is not null)
        {
            _anchors.Set(scalar.Anchor, node, visits: 1, depth: 0);
        }
    }

    private static YamlScalarStyle ToStyle(ScalarStyle style) => style switch
    {
        ScalarStyle.SingleQuoted => YamlScalarStyle.SingleQuoted,
        ScalarStyle.DoubleQuoted => YamlScalarStyle.DoubleQuoted,
        ScalarStyle.Literal => YamlScalarStyle.Literal,
        ScalarStyle.Folded => YamlScalarStyle.Folded,
        _ => YamlScalarStyle.Plain,
    };

    // A key without a colon has its missing value at the next token, which may be far away: it belongs to the key.
    private int PlaceOfNothing(int at)
    {
        if (_depth == 0)
        {
            return _readTo;
        }

        ref var frame = ref _frames[_depth - 1];
        var isValue = frame.IsMapping && ((_pendingCount - frame.FirstChild) & 1) == 1;
        return isValue && !frame.IsFlow && _text[at - 1] != ':' ? _pending[_pendingCount - 1].Span.End : at;
    }

    private int FindBlockEnd(int start, int parsedEnd, string value, bool folded)
    {
        // After a last line that ends in ink, all that follows in the scalar is white.
        var last = value.Length - 1;
        if (last > 0 && value[last] == '\n')
        {
            last--;
        }

        if (last < 0 || YamlCharacters.IsWhite(value[last]))
        {
            return YamlScalarMap.ReadBlock(_text, start, value, folded).End;
        }

        while (YamlCharacters.IsWhite(_text[parsedEnd - 1]))
        {
            parsedEnd--;
        }

        return parsedEnd;
    }

    private void ReadAlias(AnchorAlias alias)
    {
        var span = TextSpan.FromBounds(alias.Start.Index + _shift, alias.End.Index + _shift);
        var target = _anchors.Find(alias.Value, span, _problems, out var visits, out var depth);
        if (target is not null && _depth + depth > YamlLimits.MaxDepth)
        {
            _problems.Add(YamlProblemKind.TooDeep, $"The alias {YamlProblemList.Quote(alias.Value)} leads deeper than {YamlLimits.MaxDepth} levels.", span);
            target = null;
        }
        else if (target is not null && _visits + visits > YamlLimits.MaxNodes)
        {
            if (!_saidTooLarge)
            {
                // A bomb has many such aliases, and one message says it all.
                _problems.Add(YamlProblemKind.TooLarge, $"With the alias {YamlProblemList.Quote(alias.Value)} there are more than {YamlLimits.MaxNodes} nodes.", span);
                _saidTooLarge = true;
            }

            target = null;
        }

        Count(target is null ? 1 : visits, span.Start);
        Push(new YamlAlias(span, alias.Value, target));
        if (target is not null && _depth > 0)
        {
            ref var frame = ref _frames[_depth - 1];
            frame.DepthBelow = Math.Max(frame.DepthBelow, depth);
        }
    }

    private void Open(NodeEvent parsed, bool isFlow, bool isMapping)
    {
        var start = parsed.Start.Index + _shift;

        // A single pair in brackets has no marks of its own: it starts at its key.
        var isPair = isFlow && parsed.End.Index == 0;
        if (_depth == YamlLimits.MaxDepth)
        {
            start = isPair ? _readTo : start;
            _problems.Add(YamlProblemKind.TooDeep, $"Nested deeper than {YamlLimits.MaxDepth} levels.", new TextSpan(start, 0));
            _stopped = true;
            return;
        }

        string? tag = null;
        if (parsed.Anchor is not null || parsed.Tag is not null)
        {
            start = YamlProperties.Skip(_text, start, parsed.Anchor is not null, parsed.Tag is not null, out tag, out _);
        }

        if (parsed.Anchor is not null)
        {
            _anchors.Open(parsed.Anchor);
        }

        if (_depth == _frames.Length)
        {
            Array.Resize(ref _frames, _depth * 2);
        }

        _frames[_depth++] = new Frame
        {
            Start = isPair ? -1 : start,
            FirstChild = _pendingCount,
            VisitsBefore = _visits,
            IsFlow = isFlow,
            IsMapping = isMapping,
            Anchor = parsed.Anchor,
            Tag = tag,
        };
        Count(1, isPair ? _readTo : start);
        _readTo = Math.Max(_readTo, start);
    }

    // The parser's end mark of a flow collection stands before its bracket.
    private void Close(int bracket)
    {
        ref var frame = ref _frames[--_depth];
        var children = _pending.AsSpan(frame.FirstChild, _pendingCount - frame.FirstChild);
        var start = frame.Start >= 0 ? frame.Start : children.Length > 0 ? children[0].Span.Start : _readTo;
        var lastEnd = children.Length > 0 ? Math.Max(start, children[^1].Span.End) : start;
        var end = frame.IsFlow && frame.Start >= 0 ? Math.Max(Math.Min(bracket + 1, _text.Length), lastEnd) : lastEnd;
        var span = TextSpan.FromBounds(start, end);
        YamlNode node;
        if (frame.IsMapping)
        {
            var entries = children.Length == 0 ? [] : new YamlEntry[children.Length / 2];
            for (var i = 0; i < entries.Length; i++)
            {
                entries[i] = new YamlEntry(children[2 * i], children[(2 * i) + 1]);
            }

            _keys.Check(entries);
            node = new YamlMapping(span, frame.Anchor, frame.Tag, entries, frame.IsFlow);
        }
        else
        {
            node = new YamlSequence(span, frame.Anchor, frame.Tag, children.ToArray(), frame.IsFlow);
        }

        _pendingCount = frame.FirstChild;
        var depth = frame.DepthBelow + 1;
        if (frame.Anchor is not null)
        {
            _anchors.Set(frame.Anchor, node, _visits - frame.VisitsBefore, depth);
        }

        Push(node);
        if (_depth > 0)
        {
            ref var parent = ref _frames[_depth - 1];
            parent.DepthBelow = Math.Max(parent.DepthBelow, depth);
        }
    }

    private void Push(YamlNode node)
    {
        if (_pendingCount == _pending.Length)
        {
            Array.Resize(ref _pending, _pendingCount * 2);
        }

        _pending[_pendingCount++] = node;
        _readTo = Math.Max(_readTo, node.Span.End);
    }

    private void Count(int visits, int at)
    {
        _visits += visits;
        if (_visits > YamlLimits.MaxNodes && !_stopped)
        {
            _problems.Add(YamlProblemKind.TooLarge, $"There are more than {YamlLimits.MaxNodes} nodes.", new TextSpan(at, 0));
            _stopped = true;
        }
    }

    private void EndDocument()
    {
        var root = _pendingCount > 0 ? _pending[0] : null;
        var isNothing = root is YamlScalar { Value.Length: 0, Style: YamlScalarStyle.Plain, Anchor: null, Tag: null };
        _documents.Add(isNothing ? null : root);
        _pendingCount = 0;
        _anchors.Clear();
    }

    private void CloseAll()
    {
        while (_depth > 0)
        {
            ref var frame = ref _frames[_depth - 1];
            if (frame.IsMapping && ((_pendingCount - frame.FirstChild) & 1) == 1)
            {
                // A key whose value was not reached is left out.
                _readTo = _pending[--_pendingCount].Span.Start;
            }

            Close(_readTo - 1);
        }

        if (_pendingCount > 0)
        {
            EndDocument();
        }
    }

    private void AddSyntaxProblem(string message, int start, int end)
    {
        start = Math.Clamp(start, 0, _text.Length);
        end = Math.Clamp(end, start, YamlCharacters.LineEnd(_text, start));
        _problems.Add(YamlProblemKind.Syntax, YamlProblemList.WithoutPlace(message), TextSpan.FromBounds(start, end));
    }

    private struct Frame
    {
        public int Start;
        public int FirstChild;
        public int VisitsBefore;
        public int DepthBelow;
        public bool IsFlow;
        public bool IsMapping;
        public string? Anchor;
        public string? Tag;
    }
}
