using CsCheck;

namespace Warder.Syntax.Tests;

public sealed class LineMapTests
{
    [Theory]
    [InlineData("", 1)]
    [InlineData("a", 1)]
    [InlineData("a\n", 2)]
    [InlineData("a\r\nb\rc\n\nd", 5)]
    [InlineData("\r\r\n\n", 4)]
    public void Lines_end_at_each_kind_of_break(string text, int lines) => new LineMap(text).LineCount.ShouldBe(lines);

    [Fact]
    public void Lines_are_given_without_their_break()
    {
        var source = new SourceText("x", "one\r\ntwo\n\nfour");
        source.GetText(source.Lines.GetLine(1)).ShouldBe("one");
        source.GetText(source.Lines.GetLine(2)).ShouldBe("two");
        source.GetText(source.Lines.GetLine(3)).ShouldBe("");
        source.GetText(source.Lines.GetLine(4)).ShouldBe("four");
        source.GetPosition(5).ShouldBe(new LinePosition(2, 1));
        source.GetPosition(99).ShouldBe(new LinePosition(4, 5));
    }

    [Fact]
    public void Every_offset_comes_back_from_its_place() =>
        Gen.OneOf("a", "bc", "\n", "\r", "\r\n", "é").Array[0, 40].Select(string.Concat).Sample(text =>
        {
            var map = new LineMap(text);
            for (var offset = 0; offset <= text.Length; offset++)
            {
                if (map.GetOffset(map.GetPosition(offset)) != offset)
                {
                    return false;
                }
            }

            return true;
        });
}
