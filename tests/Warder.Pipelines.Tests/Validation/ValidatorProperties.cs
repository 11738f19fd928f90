using CsCheck;
using Warder.Pipelines.GitHub.Validation;
using Warder.Syntax;
using Warder.Syntax.Yaml;
using Warder.Testing;

namespace Warder.Pipelines.Tests.Validation;

public sealed class ValidatorProperties
{
    private static readonly string[] Texts =
        [.. Directory.EnumerateFiles(RepositoryRoot.Combine("tests", "Warder.Pipelines.Tests", "Fixtures"), "*.yml", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    private static readonly string[] Pieces =
        ["\n", "  ", "- ", ": ", "'", "\"", "${{", "}}", "&a ", "*a", "<<: ", "[", "]", "{", "}", "|", ">", "#", "!", "~", "é", "\t", "on", "steps:"];

    [Fact]
    public void Mutated_files_end_in_problems_within_the_text() =>
        Gen.Select(Gen.OneOf(Texts), Gen.Select(Gen.Int[0, 10_000], Gen.Int[0, 8], Gen.OneOf(Pieces)).Array[1, 4]).Sample(
            (text, edits) =>
            {
                foreach (var (place, removed, piece) in edits)
                {
                    var at = place % (text.Length + 1);
                    text = string.Concat(text.AsSpan(0, at), piece, text.AsSpan(Math.Min(at + removed, text.Length)));
                }

                var problems = GitHubValidator.Validate(YamlParser.Parse(new SourceText(".github/workflows/a.yml", text)));
                var whole = new TextSpan(0, text.Length);
                var last = 0;
                foreach (var problem in problems)
                {
                    whole.Contains(problem.Span).ShouldBeTrue();
                    problem.Message.ShouldNotBeEmpty();
                    problem.Span.Start.ShouldBeGreaterThanOrEqualTo(last);
                    last = problem.Span.Start;
                }
            },
            iter: 4_000);
}
