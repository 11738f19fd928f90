using Warder.Engine.Fixes;

namespace Warder.Engine.Tests.Fixes;

public sealed class ExpiredExceptionFixerTests
{
    private const string Policy = ".warder.yml";
    private const string Keep = "  - rule: prohibited-token # keep\n    owner: o\n    reason: r\n    expires: 2999-01-01\n";

    [Theory]
    [InlineData("exceptions:\n{0}{1}rules: {{}}\n", "exceptions:\n{1}rules: {{}}\n")]
    [InlineData("exceptions: # ours\n{1}  # until then\n{0}    # so\n\n# rules\nrules: {{}}\n", "exceptions: # ours\n{1}\n# rules\nrules: {{}}\n")]
    [InlineData("exceptions:\n{1}\n{0}\n{1}", "exceptions:\n{1}\n{1}")]
    [InlineData("exceptions:\n{1}\n{0}", "exceptions:\n{1}")]
    [InlineData("exceptions:\n{0}{0}{1}{0}", "exceptions:\n{1}")]
    [InlineData("# all\nexceptions: # ours\n  # until then\n{0}rules: {{}}\n", "# all\nexceptions: [] # ours\nrules: {{}}\n")]
    [InlineData("exceptions:\n{0}{0}", "exceptions: []\n")]
    public void An_exception_goes_with_the_comments_that_are_its_own(string before, string after) => Becomes(Fill(before), Fill(after));

    [Theory]
    [InlineData("exceptions: [ {0}, {1} ]\n", "exceptions: [ {1} ]\n")]
    [InlineData("exceptions: [ {1}, {0} ]\n", "exceptions: [ {1} ]\n")]
    [InlineData("exceptions: [{0}]\n", "exceptions: []\n")]
    public void In_brackets_its_comma_goes_too(string before, string after) => Becomes(Flow(before), Flow(after));

    [Fact]
    public void A_dash_may_stand_on_a_line_of_its_own() => Becomes(
        Fill("exceptions:\n{1}  -\n    rule: deprecated-token\n    owner: o\n    reason: |\n      a\n\n      b\n    expires: 2020-01-01\n"),
        Fill("exceptions:\n{1}"));

    [Fact]
    public void A_comment_above_the_first_of_several_may_speak_of_all()
    {
        var before = Fill("exceptions:\n  # for all?\n{0}{1}");

        Fix(before)!.Declined.ShouldHaveSingleItem().Because.ShouldEndWith("only with --unsafe, because the comment above it may speak of all exceptions");
        Fix(before, acceptUnsafe: true)!.After.ShouldBe(Fill("exceptions:\n{1}"));
    }

    [Fact]
    public void One_that_others_refer_to_stays() =>
        Fix("exceptions:\n  - &a { rule: deprecated-token, owner: o, reason: r, expires: 2020-01-01 }\n")!.IsChanged.ShouldBeFalse();

    [Fact]
    public void One_that_holds_is_left_alone() => Fix(Fill("exceptions:\n{1}")).ShouldBeNull();

    private static string Fill(string text) => string.Format(System.Globalization.CultureInfo.InvariantCulture, text, "  - rule: deprecated-token\n    owner: o\n    reason: r\n    expires: 2020-01-01 # gone\n", Keep);

    private static string Flow(string text) => string.Format(
        System.Globalization.CultureInfo.InvariantCulture,
        text,
        "{ rule: deprecated-token, owner: o, reason: r, expires: 2020-01-01 }",
        "{ rule: prohibited-token, owner: o, reason: r, expires: 2999-01-01 }");

    private static FixedFile? Fix(string policy, bool acceptUnsafe = false) => Fixed.File(Policy, policy, FixCatalogue.All, acceptUnsafe);

    private static void Becomes(string before, string after)
    {
        var file = Fix(before).ShouldNotBeNull();

        file.After.ShouldBe(after);
        file.Declined.ShouldBeEmpty();
    }
}
