using System.Text;

namespace Warder.Engine.Exposure.Checks;

/// <summary>Tells values that stand for a token from tokens: <c>ghp_xxxx…</c>, <c>AKIA…EXAMPLE</c>, <c>0123456789…</c>.</summary>
internal static class Placeholder
{
    private const int LongRun = 8;
    private const int LongRunOfFiller = 6;
    private const int LongCount = 8;
    private const int CaseBit = 0x20;

    // Long enough not to stand in a random value by chance.
    private static readonly string[] Anywhere = ["example", "placeholder", "redacted", "changeme", "dummytoken", "yourtoken", "secrethere", "tokenhere", "foobar", "abcdef0123", "deadbeef", "1234567890", "notarealt"];
    private static readonly string[] AtEdges = ["your", "test", "fake", "dummy", "sample", "mock", "invalid", "token", "secret", "insert", "replace"];

    /// <summary>Whether the body of a value, without the prefix of its format, stands for one.</summary>
    public static bool Is(ReadOnlySpan<byte> body) => HasRun(body) || HasWord(body) || IsRepeated(body);

    /// <summary>Eight equal characters, or six of those that people fill up with, or eight that count up or down: <c>12345678</c>, <c>abcdefgh</c>.</summary>
    private static bool HasRun(ReadOnlySpan<byte> body)
    {
        int equal = 1, rising = 1, falling = 1;
        for (var i = 1; i < body.Length; i++)
        {
            var step = body[i] - body[i - 1];
            equal = step == 0 || (char.IsAsciiLetter((char)body[i]) && Math.Abs(step) == CaseBit) ? equal + 1 : 1;
            rising = step == 1 ? rising + 1 : 1;
            falling = step == -1 ? falling + 1 : 1;
            if (equal >= LongRun || (equal >= LongRunOfFiller && body[i] is (byte)'x' or (byte)'X' or (byte)'-' or (byte)'_') || rising >= LongCount || falling >= LongCount)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasWord(ReadOnlySpan<byte> body)
    {
        Span<char> lower = body.Length <= 1024 ? stackalloc char[body.Length] : new char[body.Length];
        for (var i = 0; i < body.Length; i++)
        {
            lower[i] = char.ToLowerInvariant((char)body[i]);
        }

        foreach (var word in Anywhere)
        {
            if (MemoryExtensions.IndexOf(lower, word) >= 0)
            {
                return true;
            }
        }

        foreach (var word in AtEdges)
        {
            if (MemoryExtensions.StartsWith(lower, word) && (lower.Length == word.Length || lower[word.Length] is '-' or '_' || char.IsAsciiDigit(lower[word.Length]) || IsWordThroughout(lower)))
            {
                return true;
            }
        }

        return false;
    }

    // No digit in a long body: somebody wrote words.
    private static bool IsWordThroughout(ReadOnlySpan<char> text) => text.IndexOfAnyInRange('0', '9') < 0;

    /// <summary>Whether a short piece is repeated over and over: <c>abcabcabc</c>.</summary>
    private static bool IsRepeated(ReadOnlySpan<byte> body)
    {
        for (var period = 1; period <= body.Length / 3; period++)
        {
            if (body[period..].SequenceEqual(body[..^period]))
            {
                return true;
            }
        }

        return false;
    }
}
