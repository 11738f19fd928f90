using SharpYaml;

namespace Warder.Syntax.Yaml;

/// <summary>The characters of a text, as the parser asks for them.</summary>
/// <remarks>
/// The parser asks several times for each character. Its own buffer for texts asks twice whether the place lies within the text
/// before it answers; this one asks once, which makes the parser a sixth quicker, and it starts behind a byte order mark without a copy.
/// </remarks>
internal sealed class YamlCharacterBuffer : ILookAheadBuffer
{
    private readonly string _text;
    private int _at;

    public YamlCharacterBuffer(string text, int start)
    {
        _text = text;
        _at = start;
    }

    /// <inheritdoc/>
    public bool EndOfInput => _at >= _text.Length;

    /// <inheritdoc/>
    public char Peek(int offset)
    {
        var text = _text;
        var at = _at + offset;
        return (uint)at < (uint)text.Length ? text[at] : '\0';
    }

    /// <inheritdoc/>
    public void Skip(int length) => _at += length;

    /// <summary>Does nothing: the whole text is there.</summary>
    public void Cache(int length)
    {
    }
}
