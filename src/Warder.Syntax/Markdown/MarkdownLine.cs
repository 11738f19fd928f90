namespace Warder.Syntax.Markdown;

/// <summary>A cursor on one line that counts columns, a tab going to the next multiple of four.</summary>
internal struct MarkdownLine(string text, int start, int end)
{
    internal int Start { get; } = start;

    internal int End { get; } = end;

    internal int Position { get; private set; } = start;

    internal int Column { get; private set; }

    /// <summary>Columns of a tab that are not yet used up.</summary>
    private int _rest;

    internal readonly char Current => Position < End ? text[Position] : '\0';

    internal readonly char Ahead(int count) => Position + count < End ? text[Position + count] : '\0';

    internal readonly ReadOnlySpan<char> Rest => text.AsSpan(Position, End - Position);

    internal readonly bool IsBlank => Rest.IndexOfAnyExcept(' ', '\t') < 0;

    internal readonly int Indent
    {
        get
        {
            var column = Column + _rest;
            for (var at = _rest > 0 ? Position + 1 : Position; at < End && text[at] is ' ' or '\t'; at++)
            {
                column += text[at] == '\t' ? 4 - (column % 4) : 1;
            }

            return column - Column;
        }
    }

    internal void SkipColumns(int count)
    {
        while (count > 0 && Position < End && text[Position] is ' ' or '\t')
        {
            if (_rest == 0)
            {
                _rest = text[Position] == '\t' ? 4 - (Column % 4) : 1;
            }

            var step = Math.Min(count, _rest);
            _rest -= step;
            Column += step;
            count -= step;
            Position += _rest == 0 ? 1 : 0;
        }
    }

    internal void SkipIndent() => SkipColumns(int.MaxValue);

    internal void Skip(int characters)
    {
        Position += characters;
        Column += characters;
        _rest = 0;
    }
}
