using Warder.Engine.Findings;
using Warder.Engine.Policy;
using Warder.Syntax;

namespace Warder.Engine.Tests.Policy;

public sealed class GeneratedDocsTests
{
    [Fact]
    public void Defaults_follow_the_policy_on_the_default_token()
    {
        var docs = Read("version: 1").GeneratedDocs;
        docs.PolicyPathFor(DefaultTokenPolicy.Forbid).ShouldBe("docs/policies/no-default-token-policy.md");
        docs.PolicyPathFor(DefaultTokenPolicy.ReadOnly).ShouldBe("docs/policies/token-policy.md");
        docs.Formats.ShouldBe([DocumentFormat.Markdown]);
        docs.Holds("docs/policies/token-policy.md").ShouldBeTrue();
    }

    [Fact]
    public void Reads_paths_and_formats()
    {
        var policy = Read("generated-docs: {matrix: ./a.md, policy: b/c.md, formats: [HTML, markdown, html]}");
        policy.Problems.ShouldBeEmpty();
        policy.GeneratedDocs.MatrixPath.ShouldBe("a.md");
        policy.GeneratedDocs.PolicyPathFor(DefaultTokenPolicy.Forbid).ShouldBe("b/c.md");
        policy.GeneratedDocs.Formats.ShouldBe([DocumentFormat.Markdown, DocumentFormat.Html]);
        policy.GeneratedDocs.Holds("docs/policies/token-policy.md").ShouldBeFalse();
    }

    [Theory]
    [InlineData("generated-docs: {matrix: ../a.md}", "path of a Markdown file inside the repository")]
    [InlineData("generated-docs: {matrix: a.html}", "path of a Markdown file inside the repository")]
    [InlineData("generated-docs: {policy: '*.md'}", "path of a Markdown file inside the repository")]
    [InlineData("generated-docs: {formats: pdf}", "cannot be `pdf`")]
    [InlineData("generated-docs: {matrx: a.md}", "Did you mean `matrix`?")]
    [InlineData("generated-docs: a.md", "must be a mapping")]
    public void Says_what_is_wrong(string text, string problem) => Read(text).Problems.ShouldHaveSingleItem().Message.ShouldContain(problem);

    [Fact]
    public void Critical_is_answered_within_the_hour_and_a_warning_within_the_week()
    {
        ResponseTimes.Default.For(Severity.Critical).ShouldBe(TimeSpan.FromHours(1));
        ResponseTimes.Default.For(Severity.Error).ShouldBe(TimeSpan.FromDays(1));
        ResponseTimes.Default.For(Severity.Info).ShouldBe(TimeSpan.FromDays(7));
    }

    private static AuditPolicy Read(string text) => PolicyReader.Read(new SourceText(".warder.yml", text), []);
}
