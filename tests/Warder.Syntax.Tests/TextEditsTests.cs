using CsCheck;

namespace Warder.Syntax.Tests;

public sealed class TextEditsTests
{
    private static TextEdit Edit(int start, int length, string replacement) => new(new TextSpan(start, length), replacement);

    [Fact]
    public void Edits_speak_of_the_text_as_given_in_any_order() =>
        TextEdits.Apply("one two three", [Edit(8, 5, "3"), Edit(0, 3, "1"), Edit(4, 3, "")]).ShouldBe("1  3");

    [Fact]
    public void Insertions_at_one_place_keep_their_order_and_come_before_a_replacement() =>
        TextEdits.Apply("abc", [Edit(1, 1, "B"), Edit(1, 0, "x"), Edit(1, 0, "y"), Edit(2, 0, "z"), Edit(3, 0, "!")]).ShouldBe("axyBzc!");

    [Theory]
    [InlineData(0, 2, 1, 1)]
    [InlineData(0, 3, 1, 0)]
    [InlineData(1, 1, 1, 1)]
    [InlineData(0, 0, 2, 5)]
    [InlineData(0, 0, -1, 1)]
    public void Overlaps_and_strangers_are_refused(int start, int length, int otherStart, int otherLength) =>
        Should.Throw<ArgumentException>(() => TextEdits.Apply("abc", [Edit(start, length, "x"), Edit(otherStart, otherLength, "y")]));

    [Fact]
    public void No_edits_give_the_text_itself()
    {
        var text = "abc";
        TextEdits.Apply(text, []).ShouldBeSameAs(text);
    }

    [Fact]
    public void What_no_edit_covers_stays_as_it_was() =>
        Gen.Select(Gen.String, Gen.Int[0, 100], Gen.Int[0, 100], Gen.String).Sample((text, a, b, replacement) =>
        {
            var start = Math.Min(Math.Min(a, b), text.Length);
            var end = Math.Min(Math.Max(a, b), text.Length);
            return TextEdits.Apply(text, [new TextEdit(TextSpan.FromBounds(start, end), replacement)])
                == string.Concat(text.AsSpan(0, start), replacement, text.AsSpan(end));
        });
}
