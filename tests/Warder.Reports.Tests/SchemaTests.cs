using System.Text.Json;
using Warder.Engine.Auditing;
using Warder.Reports.Tokens;
using Warder.Testing;

namespace Warder.Reports.Tests;

public sealed class SchemaTests
{
    public static TheoryData<string> Names => ["rich", "clean", "empty", "no registry", "several"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Audit_json_fits_its_schema(string name) =>
        SchemaCheck.Problems(Schema("audit"), Told.By(ReportFormat.Json, Samples.Options, ResultsOf(name))).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Names))]
    public void Token_json_fits_its_schema(string name)
    {
        var (list, one) = (new StringWriter(), new StringWriter());
        var report = TokenReports.For(ReportFormat.Json)!;
        report.WriteList(ResultsOf(name), Samples.Options, list);
        SchemaCheck.Problems(Schema("tokens"), list.ToString()).ShouldBeEmpty();
        if (report.WriteOne(ResultsOf(name), "DEPLOY_KEY", Samples.Options, one))
        {
            SchemaCheck.Problems(Schema("tokens"), one.ToString()).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Keys_of_the_token_list_start_as_agreed()
    {
        var output = new StringWriter();
        TokenReports.For(ReportFormat.Json)!.WriteList([Samples.Rich()], Samples.Options, output);
        using var document = JsonDocument.Parse(output.ToString());
        var token = document.RootElement.GetProperty("tokens")[0];
        token.EnumerateObject().Take(4).Select(p => p.Name).ShouldBe(["token", "kind", "registered", "uses"]);
        token.GetProperty("uses")[0].EnumerateObject().Take(8).Select(p => p.Name)
            .ShouldBe(["file", "line", "column", "explicit", "scope", "job", "step", "chain"]);
    }

    [Theory]
    [InlineData("""{"type":"object","required":["a"]}""", "{}", "$: has no 'a'")]
    [InlineData("""{"properties":{"a":{"type":"string"}}}""", """{"a":1}""", "$.a: is Number, not \"string\"")]
    [InlineData("""{"properties":{},"additionalProperties":false}""", """{"b":1}""", "$.b: nothing may stand here")]
    [InlineData("""{"items":{"enum":["x"]}}""", """["x","y"]""", "$[1]: \"y\" is not one of [\"x\"]")]
    [InlineData("""{"$ref":"#/$defs/n","$defs":{"n":{"minimum":1}}}""", "0", "$: is too small")]
    [InlineData("""{"anyOf":[{"type":"null"},{"const":1}]}""", "2", "$: fits none of the alternatives")]
    public void The_checker_sees_what_is_wrong(string schema, string document, string problem) =>
        SchemaCheck.Problems(schema, document).ShouldBe([problem]);

    [Fact]
    public void The_checker_refuses_a_keyword_it_does_not_know() =>
        Should.Throw<NotSupportedException>(() => SchemaCheck.Problems("""{"patternProperties":{}}""", "{}"));

    internal static AuditResult[] ResultsOf(string name) => name switch
    {
        "rich" => [Samples.Rich()],
        "clean" => [Samples.Clean()],
        "empty" => [Samples.WithoutAnything()],
        "no registry" => [Samples.WithoutRegistry()],
        _ => [Samples.Rich(), Samples.WithoutRegistry(), Samples.Clean()],
    };

    internal static string Schema(string name) => File.ReadAllText(RepositoryRoot.Combine("docs", "schema", name + ".schema.json"));
}
