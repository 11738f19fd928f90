using CsCheck;

namespace Warder.Engine.Tests.Registry;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("token", "tokne", 1)]
    [InlineData("bot-identity", "bot_identity", 0)]
    [InlineData("Owner", "owner", 0)]
    [InlineData("", "abc", 3)]
    [InlineData("ca", "abc", 3)]
    public void Counts_changes_omissions_additions_and_swaps(string left, string right, int distance)
    {
        Spelling.Distance(left, right).ShouldBe(distance);
        Spelling.Distance(right, left).ShouldBe(distance);
    }

    [Theory]
    [InlineData("onwer", "owner")]
    [InlineData("authorised_workflows", "authorized_workflows")]
    [InlineData("zzz", null)]
    [InlineData("own", null)]
    [InlineData("team", null)]
    public void Suggests_a_known_word_only_where_one_is_near(string written, string? suggestion) =>
        Spelling.Nearest(written, ["owner", "token", "authorized_workflows", "authorized_scripts"]).ShouldBe(suggestion);

    [Fact]
    public void Never_exceeds_the_longer_word_and_is_nothing_only_for_equal_words() =>
        Gen.Select(Gen.String[Gen.Char['a', 'e'], 0, 12], Gen.String[Gen.Char['a', 'e'], 0, 12]).Sample((left, right) =>
        {
            var distance = Spelling.Distance(left, right);
            distance.ShouldBeLessThanOrEqualTo(Math.Max(left.Length, right.Length));
            distance.ShouldBeGreaterThanOrEqualTo(Math.Abs(left.Length - right.Length));
            (distance == 0).ShouldBe(left == right);
        });
}
