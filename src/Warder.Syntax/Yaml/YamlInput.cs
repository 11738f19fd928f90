using SharpYaml;

namespace Warder.Syntax.Yaml;

/// <summary>
/// A text as the parser reads it. The parser looks at each character several times; given a structure, the compiler writes those
/// looks into the parser itself. The structure may be copied, so the place in the text is kept beside it.
/// </summary>
internal readonly struct YamlInput : ILookAheadBuffer
{
    private readonly Place _place;

    public YamlInput(string text) => _place = new Place(text);

    /// <inheritdoc/>
    public bool EndOfInput => _place.At >= _place.Text.Length;

    /// <inheritdoc/>
    public char Peek(int offset)
    {
        var text = _place.Text;
        var index = _place.At + offset;
        return (uint)index < (uint)text.Length ? text[index] : '\0';
    }

    /// <inheritdoc/>
    public void Skip(int length) => _place.At += length;

    /// <inheritdoc/>
    public void Cache(int length)
    {
        // All of it is in memory.
    }

    private sealed class Place(string text)
    {
        public readonly string Text = text;
        public int At;
    }
}
