namespace Warder.Syntax.Yaml;

/// <summary>Puts nodes together into trees: what is open, and what was read within it. Whoever reads the text says what comes next.</summary>
internal sealed class YamlTreeStack
{
    private readonly SourceText _source;
    private readonly string _text;
    private readonly List<YamlNode?> _documents = new(1);
    private readonly YamlAnchors _anchors = new();
    private readonly YamlKeyCheck _keys;
    private YamlNode[] _pending = new YamlNode[64];
    private int _pendingCount;
    private Frame[] _frames = new Frame[16];
    private int _depth;
    private int _visits;
    private bool _saidTooLarge;

    public YamlTreeStack(SourceText source)
    {
        _source = source;
        _text = source.Text;
        _keys = new YamlKeyCheck(Problems);
    }

    /// <summary>What is wrong so far.</summary>
    public YamlProblemList Problems { get; } = new();

    /// <summary>The end of what was understood.</summary>
    public int ReadTo { get; private set; }

    /// <summary>Whether a limit was met: nothing more may be read.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>The place of a value that is not written, which the parser puts at <paramref name="at"/>.</summary>
    public int PlaceOfNothing(int at)
    {
        if (_depth == 0)
        {
            return ReadTo;
        }

        // A key without a colon has its missing value at the next token, which may be far away: it belongs to the key.
        ref var frame = ref _frames[_depth - 1];
        var isValue = frame.IsMapping && ((_pendingCount - frame.FirstChild) & 1) == 1;
        return isValue && !frame.IsFlow && _text[at - 1] != ':' ? _pending[_pendingCount - 1].Span.End : at;
    }

    /// <summary>Adds a scalar; the end of one in block style is found here.</summary>
    public void Scalar(int start, int end, string value, YamlScalarStyle style, string? anchor = null, string? tag = null)
    {
        if (style is YamlScalarStyle.Literal or YamlScalarStyle.Folded)
        {
            end = FindBlockEnd(start, end, value, style == YamlScalarStyle.Folded);
        }

        var node = new YamlScalar(TextSpan.FromBounds(start, end), anchor, tag, value, style, _source);
        Count(1, start);
        Push(node);
        if (anchor is not null)
        {
            _anchors.Set(anchor, node, visits: 1, depth: 0);
        }
    }

    /// <summary>Adds an alias, with what it stands for where that stays within the limits.</summary>
    public void Alias(TextSpan span, string name)
    {
        var target = _anchors.Find(name, span, Problems, out var visits, out var depth);
        if (target is not null && _depth + depth > YamlLimits.MaxDepth)
        {
            Problems.Add(YamlProblemKind.TooDeep, $"The alias {YamlProblemList.Quote(name)} leads deeper than {YamlLimits.MaxDepth} levels.", span);
            target = null;
        }
        else if (target is not null && _visits + visits > YamlLimits.MaxNodes)
        {
            if (!_saidTooLarge)
            {
                // A bomb has many such aliases, and one message says it all.
                Problems.Add(YamlProblemKind.TooLarge, $"With the alias {YamlProblemList.Quote(name)} there are more than {YamlLimits.MaxNodes} nodes.", span);
                _saidTooLarge = true;
            }

            target = null;
        }

        Count(target is null ? 1 : visits, span.Start);
        Push(new YamlAlias(span, name, target));
        if (target is not null && _depth > 0)
        {
            ref var frame = ref _frames[_depth - 1];
            frame.DepthBelow = Math.Max(frame.DepthBelow, depth);
        }
    }

    /// <summary>Opens a mapping or sequence. A single pair in brackets has no marks of its own: it starts at its key.</summary>
    public void Open(int start, bool isFlow, bool isMapping, bool isPair = false, string? anchor = null, string? tag = null)
    {
        if (anchor is not null)
        {
            _anchors.Open(anchor);
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
            Anchor = anchor,
            Tag = tag,
        };
        Count(1, isPair ? ReadTo : start);
        ReadTo = Math.Max(ReadTo, start);
    }

    /// <summary>Whether one level more would be too deep; says so, and stops.</summary>
    public bool IsTooDeep(int start, bool isPair = false)
    {
        if (_depth < YamlLimits.MaxDepth)
        {
            return false;
        }

        Problems.Add(YamlProblemKind.TooDeep, $"Nested deeper than {YamlLimits.MaxDepth} levels.", new TextSpan(isPair ? ReadTo : start, 0));
        IsStopped = true;
        return true;
    }

    /// <summary>Closes the innermost mapping or sequence; one in brackets at this bracket.</summary>
    public void Close(int bracket)
    {
        ref var frame = ref _frames[--_depth];
        var children = _pending.AsSpan(frame.FirstChild, _pendingCount - frame.FirstChild);
        var start = frame.Start >= 0 ? frame.Start : children.Length > 0 ? children[0].Span.Start : ReadTo;
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

    /// <summary>Ends a document.</summary>
    public void EndDocument()
    {
        var root = _pendingCount > 0 ? _pending[0] : null;
        var isNothing = root is YamlScalar { Value.Length: 0, Style: YamlScalarStyle.Plain, Anchor: null, Tag: null };
        _documents.Add(isNothing ? null : root);
        _pendingCount = 0;
        _anchors.Clear();
    }

    /// <summary>Closes all that is open where reading stopped.</summary>
    public void CloseAll()
    {
        while (_depth > 0)
        {
            ref var frame = ref _frames[_depth - 1];
            if (frame.IsMapping && ((_pendingCount - frame.FirstChild) & 1) == 1)
            {
                // A key whose value was not reached is left out.
                ReadTo = _pending[--_pendingCount].Span.Start;
            }

            Close(ReadTo - 1);
        }

        if (_pendingCount > 0)
        {
            EndDocument();
        }
    }

    /// <summary>The tree of what was read, up to where it was understood.</summary>
    public YamlTree ToTree(int readTo) => new(_source, _documents, Problems.ToSorted(), readTo);

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

    private void Push(YamlNode node)
    {
        if (_pendingCount == _pending.Length)
        {
            Array.Resize(ref _pending, _pendingCount * 2);
        }

        _pending[_pendingCount++] = node;
        ReadTo = Math.Max(ReadTo, node.Span.End);
    }

    private void Count(int visits, int at)
    {
        _visits += visits;
        if (_visits > YamlLimits.MaxNodes && !IsStopped)
        {
            Problems.Add(YamlProblemKind.TooLarge, $"There are more than {YamlLimits.MaxNodes} nodes.", new TextSpan(at, 0));
            IsStopped = true;
        }
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
