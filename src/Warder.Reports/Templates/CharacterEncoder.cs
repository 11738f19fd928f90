using System.Text.Encodings.Web;

namespace Warder.Reports.Templates;

/// <summary>An encoder that writes some characters as other text, whatever stands around them.</summary>
internal abstract class CharacterEncoder : TextEncoder
{
    /// <inheritdoc/>
    public override int MaxOutputCharactersPerInputCharacter => 6;

    /// <summary>What a character is written as; null for itself.</summary>
    protected abstract string? Instead(int scalar);

    /// <inheritdoc/>
    public override bool WillEncode(int unicodeScalar) => Instead(unicodeScalar) is not null;

    /// <inheritdoc/>
    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var span = new ReadOnlySpan<char>(text, textLength);
        for (var i = 0; i < span.Length; i++)
        {
            if (Instead(span[i]) is not null)
            {
                return i;
            }
        }

        return -1;
    }

    /// <inheritdoc/>
    public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        var text = Instead(unicodeScalar) ?? char.ConvertFromUtf32(unicodeScalar);
        numberOfCharactersWritten = text.Length;
        return text.TryCopyTo(new Span<char>(buffer, bufferLength));
    }
}
