using Warder.Syntax.Yaml;

namespace Warder.Syntax.Tests.Yaml;

public sealed class CommentTests
{
    [Theory]
    [InlineData("# a\nk: v # b\n  # c", "# a,+# b,# c")]
    [InlineData("k: a#b 'c' # d", "+# d")]
    [InlineData("k: 'a # b' # c", "+# c")]
    [InlineData("k: \"a # b\n  # c\" # d", "+# d")]
    [InlineData("k: a # b\nl: [x, #y\n  z#, # w\n]", "+# b,+#y,+# w")]
    [InlineData("k: | # header\n  # text\n  x # text\n # after\n\n# more\nz: 1", "+# header,# after,# more")]
    [InlineData("k: >- # only a header\n# after\n", "+# only a header,# after")]
    [InlineData("k: &a # anchor\n  - x\n", "+# anchor")]
    [InlineData("# a\r\nk: v # b\r\n", "# a,+# b")]
    [InlineData("--- # a\n# b\n--- # c\nx\n... # d\n", "+# a,# b,+# c,+# d")]
    [InlineData("# only", "# only")]
    [InlineData("  # indented", "# indented")]
    [InlineData("", "")]
    [InlineData("? # a\n  k # b\n: # c\n  v", "+# a,+# b,+# c")]
    [InlineData("a: 1 # kept\nb: 'x # y", "+# kept")]
    public void Comments_stand_only_outside_scalars(string text, string expected)
    {
        var tree = YamlParser.Parse(new SourceText("x.yml", text));
        string.Join(',', tree.Comments.Select(comment => (comment.OwnLine ? "" : "+") + tree.Source.GetText(comment.Span))).ShouldBe(expected);
    }
}
