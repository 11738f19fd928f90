using Warder.Reports.JUnit;
using Warder.Reports.Markdown;
using Warder.Reports.Sarif;
using Warder.Reports.Text;

namespace Warder.Reports.Tests;

public sealed class EscapingTests
{
    [Fact]
    public void Annotations_escape_what_the_runner_reads()
    {
        var builder = new AuditBuilder();
        builder.File("a,b:c%.yml", "x: y\n");
        builder.Finding(Samples.Unauthorized, builder.Place("a,b:c%.yml", "y"), "100% sure: yes, really\r\nsecond");
        Told.By(ReportFormat.GitHub, Samples.Options, builder.Build()).Split('\n')[0].ShouldBe(
            "::error file=a%2Cb%3Ac%25.yml,line=1,endLine=1,col=4,endColumn=5,title=unauthorized-workflow::100%25 sure: yes, really%0D%0Asecond");
    }

    [Theory]
    [InlineData("a|b", "a\\|b")]
    [InlineData("`x` *y* _z_ [l](u)", "\\`x\\` \\*y\\* \\_z\\_ \\[l\\](u)")]
    [InlineData("CI_HEALTH_KEY", "CI_HEALTH_KEY")]
    [InlineData("<img src=x> & co", "&lt;img src=x&gt; &amp; co")]
    [InlineData("a\r\nb", "a  b")]
    [InlineData("back\\slash", "back\\\\slash")]
    public void Markdown_text_reads_as_itself(string text, string escaped) => MarkdownText.Escape(text).ShouldBe(escaped);

    [Theory]
    [InlineData("a.yml", "`a.yml`")]
    [InlineData("a`b", "``a`b``")]
    [InlineData("`a", "`` `a ``")]
    [InlineData("a|b", "`a\\|b`")]
    [InlineData("", "`  `")]
    public void Markdown_code_is_fenced(string text, string code) => MarkdownText.Code(text).ShouldBe(code);

    [Theory]
    [InlineData("a<b>&\"'", "a&lt;b&gt;&amp;&quot;'")]
    [InlineData("a\n\r\t", "a&#10;&#13;&#9;")]
    [InlineData("\0\u001b\ufffe", "\ufffd\ufffd\ufffd")]
    [InlineData("🚀", "🚀")]
    public void Xml_holds_only_what_it_can(string text, string escaped) => XmlText.Escape(text).ShouldBe(escaped);

    [Fact]
    public void Half_a_surrogate_pair_is_replaced()
    {
        XmlText.Escape("a\ud83d").ShouldBe("a\ufffd");
        PlainText.OneLine("\ude00b").ShouldBe("\ufffdb");
    }

    [Theory]
    [InlineData("\u001b[2J", "\ufffd[2J")]
    [InlineData("a\u202eb", "a\ufffdb")]
    [InlineData("a\nb\tc", "a b c")]
    [InlineData("größe 発行 🚀", "größe 発行 🚀")]
    [InlineData("x\u009b31m", "x\ufffd31m")]
    public void Plain_text_cannot_steer_a_terminal(string text, string shown) => PlainText.OneLine(text).ShouldBe(shown);

    [Theory]
    [InlineData(".github/workflows/a b.yml", ".github/workflows/a%20b.yml")]
    [InlineData("c:/x?y#z%41", "c%3A/x%3Fy%23z%2541")]
    [InlineData("größe.yml", "gr%C3%B6%C3%9Fe.yml")]
    public void References_of_sarif_are_paths_only(string path, string uri) => SarifPlaces.UriOf(path).ShouldBe(uri);

    [Fact]
    public void The_verdict_of_annotations_cannot_be_a_command() =>
        Told.By(ReportFormat.GitHub, Samples.Options, Samples.Clean("x\n::error::y")).ShouldNotContain("\n::");
}
