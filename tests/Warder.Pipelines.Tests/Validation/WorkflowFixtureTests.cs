using System.Globalization;
using Warder.Pipelines.GitHub.Validation;
using Warder.Syntax;
using Warder.Syntax.Yaml;
using Warder.Testing;

namespace Warder.Pipelines.Tests.Validation;

public sealed class WorkflowFixtureTests
{
    private const string Marker = "# expect: ";

    public static TheoryData<string> Valid => Files("valid");

    public static TheoryData<string> Invalid => Files("invalid");

    [Theory]
    [MemberData(nameof(Valid))]
    public void Says_nothing_of_a_file_that_GitHub_runs(string file) =>
        Validate(Read("valid", file)).Select(p => p.Message).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Invalid))]
    public void Says_what_is_wrong_on_which_line(string file)
    {
        var source = Read("invalid", file);
        var expected = source.GetText(source.Lines.GetLine(1));
        expected.ShouldStartWith(Marker);
        var (line, message) = Split(expected[Marker.Length..]);
        var problems = Validate(source);
        problems.Select(p => (source.GetPosition(p.Span.Start).Line, p.Message.Contains(message, StringComparison.Ordinal)))
            .ShouldContain((line, true), string.Join('\n', problems));
    }

    private static (int Line, string Message) Split(string expected)
    {
        var colon = expected.IndexOf(':', StringComparison.Ordinal);
        return (int.Parse(expected.AsSpan(0, colon), CultureInfo.InvariantCulture), expected[(colon + 1)..].Trim());
    }

    private static IReadOnlyList<PipelineProblem> Validate(SourceText source) => GitHubValidator.Validate(YamlParser.Parse(source));

    private static SourceText Read(string kind, string file) =>
        new(".github/workflows/" + file, File.ReadAllText(Path.Combine(Folder(kind), file)));

    private static TheoryData<string> Files(string kind) =>
        [.. Directory.EnumerateFiles(Folder(kind), "*.yml").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    private static string Folder(string kind) =>
        Path.Combine(RepositoryRoot.Path, "tests", "Warder.Pipelines.Tests", "Fixtures", "workflows", kind);
}
