using System.Globalization;

namespace Warder.Cli.Git;

/// <summary>A committer's time as git tells it. A commit can claim any number; one outside of all calendars is taken for the nearest that is not.</summary>
internal static class GitTime
{
    private static readonly long Last = new DateTimeOffset(9000, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();

    /// <summary>Seconds since 1970, from 0 to the year 9000.</summary>
    public static long SecondsOf(ReadOnlySpan<char> text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds) ? Math.Clamp(seconds, 0, Last)
        : text.Length > 0 && char.IsAsciiDigit(text[0]) ? Last
        : 0;

    /// <summary>The moment.</summary>
    public static DateTimeOffset Of(ReadOnlySpan<char> text) => DateTimeOffset.FromUnixTimeSeconds(SecondsOf(text));
}
