using System.Text.Json;

namespace Warder.Engine.Facts;

/// <summary>The first words of the command that a row of <c>commands.json</c> is about: <c>command</c>, and <c>aliases</c> where they follow it.</summary>
internal ref struct CommandNames
{
    private Utf8JsonReader _reader;

    /// <summary>Before the first of them.</summary>
    public CommandNames(ReadOnlySpan<byte> row)
    {
        _reader = new Utf8JsonReader(row);
    }

    /// <summary>The words.</summary>
    public readonly ReadOnlySpan<byte> Current => _reader.ValueSpan;

    /// <summary>The same, to be gone through.</summary>
    public readonly CommandNames GetEnumerator() => this;

    /// <summary>Goes to the next; false behind the last.</summary>
    public bool MoveNext()
    {
        while (_reader.Read())
        {
            switch (_reader.TokenType)
            {
                case JsonTokenType.String:
                    return true;
                case JsonTokenType.PropertyName when !_reader.ValueTextEquals("command"u8) && !_reader.ValueTextEquals("aliases"u8):
                    return false;
            }
        }

        return false;
    }
}
