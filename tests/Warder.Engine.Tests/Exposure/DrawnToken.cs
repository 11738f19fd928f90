using System.Text;
using Warder.Engine.Exposure.Checks;
using Warder.Engine.Exposure.Formats;

namespace Warder.Engine.Tests.Exposure;

/// <summary>Draws well-formed tokens of every format. They are made when a test runs, so that none stands in a file.</summary>
internal static class DrawnToken
{
    private const string Base64Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    /// <summary>A token of a format, its checksum and structure right.</summary>
    public static string Of(TokenFormat format, Random random)
    {
        if (format.Check == PrivateKey.Check)
        {
            return Key(random);
        }

        if (format.Check == ServiceAccountKey.Check)
        {
            return "{ \"type\": \"service_account\", \"client_email\": \"a@b.example\", \"private_key\": \"" + Key(random).Replace("\n", "\\n", StringComparison.Ordinal) + "\" }";
        }

        if (format.Check == JsonWebToken.Check || format.Check == JsonWebToken.CheckWithPrefix)
        {
            return (format.Check == JsonWebToken.Check ? "" : format.Patterns[0].LiteralPrefix + random.Next(100000, int.MaxValue) + "_") + WebToken(random);
        }

        var shape = Shape(format.Patterns[random.Next(format.Patterns.Count)], random);
        if (format.Check == Crc32Base62.Check || format.Check == Crc32Base62.CheckLegacy)
        {
            var prefix = format.Patterns[0].LiteralPrefix.Length;
            return shape[..^6] + Crc32Base62.Of(Encoding.ASCII.GetBytes(shape[prefix..^6]));
        }

        return shape switch
        {
            _ when format.Check == GitHubFineGrained.Check => shape[..^16] + GitHubFineGrained.Of(Encoding.ASCII.GetBytes(shape[..^16])) + shape[^8..],
            _ when format.Check == GitLabRoutable.Check => shape[..^7] + GitLabRoutable.Of(Encoding.ASCII.GetBytes(shape[..^7])),
            _ when format.Check == AtlassianToken.Check => shape[..^8] + AtlassianToken.Of(Encoding.ASCII.GetBytes(shape[..^8])),
            _ when format.Check == DiscordToken.Check => Encode(string.Concat(Enumerable.Range(0, random.Next(17, 21)).Select(_ => (char)('0' + random.Next(10))))) + shape[shape.IndexOf('.', StringComparison.Ordinal)..],
            _ when format.Check == AzureDevOpsToken.Check => DevOps(random),
            _ => shape,
        };
    }

    /// <summary>A token where people would write it, with the word before it that its format needs.</summary>
    public static (string Text, string Token) InText(TokenFormat format, Random random)
    {
        var token = Of(format, random);
        return ((format.Keywords.Count > 0 ? format.Keywords[random.Next(format.Keywords.Count)] + " = \"" : "value \"") + token + "\" # end\n", token);
    }

    private static string Shape(BytePattern pattern, Random random)
    {
        var text = new StringBuilder();
        foreach (var part in pattern.Parts)
        {
            var members = new byte[part.Set.Count];
            part.Set.CopyTo(members);
            var count = random.Next(part.Min, Math.Min(part.Max, part.Min + 40) + 1);
            for (var i = 0; i < count; i++)
            {
                text.Append((char)members[random.Next(members.Length)]);
            }
        }

        return text.ToString();
    }

    private static string Key(Random random)
    {
        var text = new StringBuilder("-----BEGIN RSA PRIVATE " + "KEY-----\n");
        for (var line = 0; line < 12; line++)
        {
            for (var i = 0; i < 64; i++)
            {
                text.Append(Base64Digits[random.Next(64)]);
            }

            text.Append('\n');
        }

        return text.Append("-----END RSA PRIVATE " + "KEY-----").ToString();
    }

    private static string WebToken(Random random)
    {
        var claims = $"{{\"iss\":\"issuer {random.Next()}\",\"exp\":{DateTimeOffset.UtcNow.AddYears(5).ToUnixTimeSeconds()},\"pad\":\"{new string((char)('a' + random.Next(26)), random.Next(200, 300))}\"}}";
        var signature = new string([.. Enumerable.Range(0, 43).Select(_ => Base64Digits[random.Next(62)])]);
        return $"{Encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}")}.{Encode(claims)}.{signature}";
    }

    private static string DevOps(Random random)
    {
        var bytes = new byte[32];
        random.NextBytes(bytes);
        var sum = AzureDevOpsToken.ChecksumOf(bytes) ^ AzureDevOpsToken.OfPerson;
        int[] places = [22, 8, 7, 2];
        for (var i = 0; i < places.Length; i++)
        {
            bytes[places[i]] = (byte)(sum >> (8 * i));
        }

        var text = new StringBuilder();
        var bits = new System.Collections.BitArray(52 * 5);
        for (var i = 0; i < 256; i++)
        {
            bits[i] = ((bytes[i / 8] >> (7 - (i % 8))) & 1) != 0;
        }

        for (var i = 0; i < 52; i++)
        {
            var digit = 0;
            for (var j = 0; j < 5; j++)
            {
                digit = (digit << 1) | (bits[(i * 5) + j] ? 1 : 0);
            }

            text.Append("abcdefghijklmnopqrstuvwxyz234567"[digit]);
        }

        return text.ToString();
    }

    private static string Encode(string text) =>
        Convert.ToBase64String(Encoding.Latin1.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
