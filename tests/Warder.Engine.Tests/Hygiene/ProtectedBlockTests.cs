using System.Text;
using CsCheck;
using Warder.Engine.Hygiene;

namespace Warder.Engine.Tests.Hygiene;

public sealed class ProtectedBlockTests
{
    private static readonly ProtectedPattern Pem = new("*.pem", "", [], []);
    private static readonly ProtectedPattern Env = new(".env.*", "", [], [".env.example"]);

    [Fact]
    public void The_block_goes_to_the_end_and_exceptions_stand_last() =>
        Add("a\n", Env, Pem).ShouldBe("a\n# warder: begin protected patterns\n.env.*\n*.pem\n!.env.example\n# warder: end protected patterns\n");

    [Fact]
    public void Docker_needs_two_stars() =>
        Text(ProtectedBlock.Add([], IgnoreSyntax.Docker, [Pem], [])).ShouldContain("\n**/*.pem\n");

    [Fact]
    public void A_second_block_is_not_made_and_the_first_keeps_its_lines()
    {
        var once = Add("a", Pem);
        Add(once + "b\n", Env).ShouldBe("a\nb\n# warder: begin protected patterns\n*.pem\n.env.*\n!.env.example\n# warder: end protected patterns\n");
    }

    [Fact]
    public void Line_ends_of_the_file_are_kept() => Add("a\r\nb", Pem).ShouldBe("a\r\nb\r\n# warder: begin protected patterns\r\n*.pem\r\n# warder: end protected patterns\r\n");

    [Fact]
    public void A_lone_return_at_the_end_changes_no_line_ends_of_the_block() => Add(Add("a\r", Pem), Pem).ShouldBe(Add("a\r", Pem));

    [Fact]
    public void A_block_without_an_end_is_text() => Add("# warder: begin protected patterns\nmine\n", Pem).ShouldStartWith("# warder: begin protected patterns\nmine\n# warder: begin");

    [Fact]
    public void What_the_policy_allows_is_taken_back() =>
        Text(ProtectedBlock.Add([], IgnoreSyntax.Git, [Env, Pem], [new PathPattern(".env.ci"), new PathPattern("docs/x.md"), new PathPattern("tests/**/*.pem")]))
            .ShouldContain("!.env.example\n!.env.ci\n!tests/**/*.pem\n#");

    [Fact]
    public void Every_byte_outside_the_block_stays_whatever_the_bytes()
    {
        Gen.Byte.Array[0, 200].Sample(before =>
        {
            var once = ProtectedBlock.Add(before, IgnoreSyntax.Git, [Pem], []);
            once.AsSpan(0, before.Length).SequenceEqual(before).ShouldBeTrue();
            var twice = ProtectedBlock.Add(once, IgnoreSyntax.Git, [Pem], []);
            twice.AsSpan().SequenceEqual(once).ShouldBeTrue();
            ProtectedBlock.Add(before, IgnoreSyntax.Git, [], []).ShouldBeSameAs(before);
        });
    }

    private static string Add(string before, params ProtectedPattern[] patterns) =>
        Text(ProtectedBlock.Add(Encoding.UTF8.GetBytes(before), IgnoreSyntax.Git, patterns, []));

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
