using Warder.Engine.Exposure.Formats;

namespace Warder.Engine.Exposure.Checks;

/// <summary>Reads the first part of a Discord bot's token: the bot's number, 17 to 20 digits, in base64.</summary>
internal static class DiscordToken
{
    private const int MinDigits = 17;
    private const int MaxDigits = 20;

    public static TokenVerdict? Check(TokenFormat format, ReadOnlySpan<byte> value, DateOnly today)
    {
        var dot = value.IndexOf((byte)'.');
        var number = Base64Text.Decode(value[..dot]);
        return number.Length is >= MinDigits and <= MaxDigits && !number.AsSpan().ContainsAnyExceptInRange((byte)'0', (byte)'9') && LooksRandom.IsRandom(value[(dot + 1)..])
            ? new TokenVerdict(TokenProof.Structure)
            : TokenVerdict.None;
    }
}
