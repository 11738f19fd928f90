using CsCheck;
using Warder.Reports.Console;

namespace Warder.Reports.Tests;

public sealed class FrameLineTests
{
    [Theory]
    [InlineData("key: value", 5, 10, 40, "key: value", "     ^^^^^")]
    [InlineData("\tkey: value", 1, 4, 40, "    key: value", "    ^^^")]
    [InlineData("a\tb", 2, 3, 40, "a   b", "    ^")]
    [InlineData("発行: x", 4, 5, 40, "発行: x", "      ^")]
    [InlineData("発行: x", 0, 2, 40, "発行: x", "^^^^")]
    [InlineData("e\u0301 x", 3, 4, 40, "e\u0301 x", "  ^")]
    [InlineData("🚀 x", 3, 4, 40, "🚀 x", "   ^")]
    [InlineData("abc", 3, 3, 40, "abc", "   ^")]
    [InlineData("", 0, 0, 40, "", "^")]
    [InlineData("\u001b[31mx", 5, 6, 40, "\ufffd[31mx", "     ^")]
    public void Lines_that_fit_are_shown_whole(string line, int start, int end, int width, string text, string underline) =>
        FrameLine.Lay(line, start, end, width, "…").ShouldBe(new FrameLine(text, underline));

    [Theory]
    [InlineData("0123456789abcdefghijklmnopqrstuvwxyz", 20, 23, "…efghijklmnopqrstuv…", "       ^^^")]
    [InlineData("0123456789abcdefghijklmnopqrstuvwxyz", 0, 3, "0123456789abcdefghi…", "^^^")]
    [InlineData("0123456789abcdefghijklmnopqrstuvwxyz", 34, 36, "…hijklmnopqrstuvwxyz", "                  ^^")]
    public void Long_lines_are_cut_around_the_span(string line, int start, int end, string text, string underline) =>
        FrameLine.Lay(line, start, end, width: 20, "…").ShouldBe(new FrameLine(text, underline));

    [Fact]
    public void Any_line_fits_and_the_underline_lies_under_it() =>
        Gen.Select(Gen.OneOf(Gen.Char.AlphaNumeric.Array[0, 120].Select(chars => new string(chars)), Gen.String[0, 60]), Gen.Int[0, 130], Gen.Int[0, 40], Gen.Int[12, 100]).Sample(
            (line, start, length, width) =>
            {
                start = Math.Min(start, line.Length);
                var laid = FrameLine.Lay(line, start, Math.Min(start + length, line.Length), width, "…");
                DisplayWidth.Of(laid.Text).ShouldBeLessThanOrEqualTo(width);
                laid.Underline.Length.ShouldBeLessThanOrEqualTo(width + 1);
                laid.Underline.ShouldEndWith("^");
            },
            iter: 3000);

    [Fact]
    public void A_span_that_fits_is_shown_whole() =>
        Gen.Select(Gen.Char.AlphaNumeric.Array[1, 150].Select(chars => new string(chars)), Gen.Int[0, 149], Gen.Int[1, 12], Gen.Int[20, 100]).Sample(
            (line, start, length, width) =>
            {
                start = Math.Min(start, line.Length - 1);
                var end = Math.Min(start + length, line.Length);
                var laid = FrameLine.Lay(line, start, end, width, "…");
                var at = laid.Underline.IndexOf('^', StringComparison.Ordinal);
                laid.Text[at..laid.Underline.Length].ShouldBe(line[start..end]);
            },
            iter: 3000);
}
