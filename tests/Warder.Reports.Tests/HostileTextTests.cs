using System.Text.Json;
using System.Xml;
using CsCheck;
using Warder.Reports.Tokens;
using Warder.Testing;

namespace Warder.Reports.Tests;

/// <summary>Whatever stands in an audited repository, the output keeps its form.</summary>
public sealed class HostileTextTests
{
    private const int Cases = 300;

    private static readonly string[] Nasty =
    [
        "\u001b[31mred\u001b[0m", "\0", "\ud83d", "\ude00x", "a\r\n::error::b", "]]>", "<script>&amp;\"'", "%0A::x,y:z", "| `a` ``b`` |", "\u202eevil\u2066",
        "\ufffe\uffff", "\u2028\u2029", "\u0085\u009b", "発行 🚀 e\u0301", "\t\ttabs", "{{}}\\u0000", "C:\\x", "../a b/#?%20", "$(x) ${{ y }}",
    ];

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.Int[0, Nasty.Length - 1].Select(i => Nasty[i]),
        Gen.Select(Gen.Int[0, Nasty.Length - 1].Select(i => Nasty[i]), Gen.String[0, 12], Gen.Int[0, Nasty.Length - 1].Select(i => Nasty[i])).Select(t => t.Item1 + t.Item2 + t.Item3),
        Gen.String[0, 40],
        Gen.Char['\0', '\uffff'].Array[0, 20].Select(chars => new string(chars)));

    [Fact]
    public void Json_stays_json_and_fits_its_schema()
    {
        var schema = File.ReadAllText(RepositoryRoot.Combine("docs", "schema", "audit.schema.json"));
        Text.Sample(text => SchemaCheck.Problems(schema, Told.By(ReportFormat.Json, Samples.Options, Samples.Hostile(text))).ShouldBeEmpty(), iter: Cases);
    }

    [Fact]
    public void Json_keeps_every_well_formed_text() => Text.Sample(
        text =>
        {
            if (text.EnumerateRunes().All(r => r.Value != 0xFFFD))
            {
                using var document = JsonDocument.Parse(Told.By(ReportFormat.Json, Samples.Options, Samples.Hostile(text)));
                document.RootElement.GetProperty("violations")[0].GetProperty("message").GetString().ShouldBe(text);
            }
        },
        iter: Cases);

    [Fact]
    public void Sarif_stays_json_with_relative_references() => Text.Sample(
        text =>
        {
            using var document = JsonDocument.Parse(Told.By(ReportFormat.Sarif, Samples.Options, Samples.Hostile(text)));
            var result = document.RootElement.GetProperty("runs")[0].GetProperty("results")[0];
            var uri = result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString()!;
            Uri.TryCreate(uri, UriKind.Relative, out _).ShouldBeTrue(uri);
            uri.ShouldAllBe(c => c > ' ' && c < '\u007f' && c != '?' && c != '#' && c != ':');
        },
        iter: Cases);

    [Fact]
    public void Tokens_stay_json() => Text.Sample(
        text =>
        {
            var output = new StringWriter();
            TokenReports.For(ReportFormat.Json)!.WriteList([Samples.Hostile(text)], Samples.Options, output);
            using var document = JsonDocument.Parse(output.ToString());
            document.RootElement.GetProperty("tokens").GetArrayLength().ShouldBeGreaterThan(0);
        },
        iter: Cases);

    [Fact]
    public void JUnit_stays_xml() => Text.Sample(
        text =>
        {
            var document = new XmlDocument { XmlResolver = null };
            document.LoadXml(Told.By(ReportFormat.JUnit, Samples.Options, Samples.Hostile(text)));
            document.SelectNodes("/testsuites/testsuite/testcase/failure")!.Count.ShouldBe(1);
        },
        iter: Cases);

    [Fact]
    public void Annotations_stay_one_line_each() => Text.Sample(
        text =>
        {
            var lines = Told.By(ReportFormat.GitHub, Samples.Options, Samples.Hostile(text)).Split('\n');
            lines.Length.ShouldBe(4);
            lines[0].ShouldStartWith("::error ");
            lines[1].ShouldStartWith("::error ");
            lines[2].ShouldStartWith("Warder: ");
            lines.ShouldAllBe(line => !line.Contains('\r') && !line.Contains('\u001b'));
        },
        iter: Cases);

    [Fact]
    public void The_terminal_is_never_steered() => Text.Sample(
        text =>
        {
            var output = new StringWriter();
            AuditReports.For(ReportFormat.Console).Write([Samples.Hostile(text), Samples.Hostile(text)], Samples.Options with { Verbose = true }, output);
            TokenReports.For(ReportFormat.Console)!.WriteList([Samples.Hostile(text), Samples.Clean()], Samples.Options, output);
            TokenReports.For(ReportFormat.Console)!.WriteOne([Samples.Hostile(text)], text, Samples.Options, output);
            output.ToString().ShouldAllBe(c => c == '\n' || !char.IsControl(c) && (c < '\u202a' || c > '\u202e') && (c < '\u2066' || c > '\u2069'));
        },
        iter: Cases);

    [Fact]
    public void Rows_of_markdown_stay_rows() => Text.Sample(
        text =>
        {
            var page = Told.By(ReportFormat.Markdown, Samples.Options, Samples.Hostile(text));
            var row = page.Split('\n').Single(line => line.StartsWith("| `", StringComparison.Ordinal));
            row.Replace("\\|", "", StringComparison.Ordinal).Count(c => c == '|').ShouldBe(4);
            row.Replace("<br>", "", StringComparison.Ordinal).Split('|')[^2].ShouldNotContain("<");
        },
        iter: Cases);
}
