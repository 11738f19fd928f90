using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Warder.History.Logs;

/// <summary>
/// One line of the log as bytes: <c>{"n":7,…,"prev":"…","hash":"…"}</c>. The hash is SHA-256 over the bytes before <c>,"hash"</c>, and
/// <c>prev</c> is the hash of the line before, so that no line can change, go, come or trade places unseen.
/// </summary>
internal static class LogLine
{
    /// <summary>What stands for the line before the first.</summary>
    public const string NoHash = "0000000000000000000000000000000000000000000000000000000000000000";

    private const int HashLength = 64;
    private static readonly byte[] NumberMark = "{\"n\":"u8.ToArray();
    private static readonly byte[] PrevMark = ",\"prev\":\""u8.ToArray();
    private static readonly byte[] HashMark = "\",\"hash\":\""u8.ToArray();
    private static readonly byte[] EndMark = "\"}"u8.ToArray();
    private static readonly int TailLength = PrevMark.Length + HashLength + HashMark.Length + HashLength + EndMark.Length;

    /// <summary>The bytes of a line, with its line break, and its hash.</summary>
    public static (byte[] Bytes, string Hash) Make(long number, string entry, string previous)
    {
        if (entry is not ['{', '"', .., '}'] || entry.Contains('\n', StringComparison.Ordinal))
        {
            throw new ArgumentException("An entry is an object of JSON in one line.", nameof(entry));
        }

        var body = string.Create(CultureInfo.InvariantCulture, $"{{\"n\":{number},{entry.AsSpan(1, entry.Length - 2)},\"prev\":\"{previous}\"");
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));
        return (Encoding.UTF8.GetBytes($"{body},\"hash\":\"{hash}\"}}\n"), hash);
    }

    /// <summary>Reads number and hashes of a line without its line break; whether it has the form of one and its hash is right.</summary>
    public static bool TryRead(ReadOnlySpan<byte> line, out long number, out string previous, out string hash)
    {
        (number, previous, hash) = (0, "", "");
        if (line.Length < TailLength + NumberMark.Length || !line.StartsWith(NumberMark) || !line.EndsWith(EndMark))
        {
            return false;
        }

        var tail = line[^TailLength..];
        var given = tail.Slice(PrevMark.Length + HashLength + HashMark.Length, HashLength);
        if (!tail.StartsWith(PrevMark)
            || !tail[(PrevMark.Length + HashLength)..].StartsWith(HashMark)
            || !Utf8Parser.TryParse(line[NumberMark.Length..], out number, out var digits)
            || line[NumberMark.Length + digits] != (byte)',')
        {
            return false;
        }

        previous = Encoding.ASCII.GetString(tail.Slice(PrevMark.Length, HashLength));
        var body = line[..^(HashMark.Length - 1 + HashLength + EndMark.Length)];
        hash = Convert.ToHexStringLower(SHA256.HashData(body));
        return given.SequenceEqual(Encoding.ASCII.GetBytes(hash));
    }
}
