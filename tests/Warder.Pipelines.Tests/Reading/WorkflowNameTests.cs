using System.Text;
using CsCheck;
using Shouldly;
using Warder.Pipelines.GitHub;
using Warder.Syntax;

namespace Warder.Pipelines.Tests.Reading;

/// <summary>The quick look at a workflow's name says what the reader says, or that it cannot tell.</summary>
public sealed class WorkflowNameTests
{
    private static readonly string[] Forms =
    [
        "name: Build", "name: \"Build it\"", "name: 'a b'", "name: a # comment", "name: a: b", "name:", "name: |", "  text", "name : x", "'name': q", "names: x",
        "on: push", "# name: no", "--- ", "name: 1.0", "name: true", "name: a#b", "name: 'it''s'", "name: \"\\u0041\"", "  name: inner", "env:", "  name: x", "name: x\r", "\tname: y", "name: é", "run-name: z", "",
    ];

    private static readonly Gen<string> Lines = Gen.Int[0, Forms.Length - 1].Select(i => Forms[i]);

    [Theory]
    [InlineData("on: push\nname: Build all\njobs: {}\n", "Build all")]
    [InlineData("name: \"CI\"\n", "CI")]
    [InlineData("on: push\n", "")]
    [InlineData("name: >\n  folded\n", null)]
    [InlineData("name: one\n  two\n", null)]
    [InlineData("{name: x}", null)]
    public void A_plain_name_is_read_and_another_is_left_to_the_reader(string text, string? expected) =>
        WorkflowName.Glance(Encoding.UTF8.GetBytes(text)).ShouldBe(expected);

    [Fact]
    public void It_never_says_another_name_than_the_reader() =>
        Lines.List[1, 5].Where(NamesItOnce).Sample(lines =>
        {
            var text = string.Join('\n', lines) + "\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps: []\n";
            if (WorkflowName.Glance(Encoding.UTF8.GetBytes(text)) is { } name && GitHubReader.Read(new SourceText(".github/workflows/a.yml", text)) is { Name: { } read })
            {
                name.ShouldBe(read, text);
            }
        });

    // Of a key that stands twice the platform takes neither.
    private static bool NamesItOnce(List<string> lines) =>
        lines.Count(l => l.TrimStart('\'').StartsWith("name", StringComparison.Ordinal) && !l.StartsWith("names", StringComparison.Ordinal)) <= 1;
}
