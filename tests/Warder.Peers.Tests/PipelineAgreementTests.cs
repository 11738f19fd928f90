using System.Text.Json;
using System.Text.RegularExpressions;
using Warder.Pipelines;
using Warder.Pipelines.GitHub;

namespace Warder.Peers.Tests;

/// <summary>Holds Warder's reading of every workflow and action of this repository against the peers.</summary>
public sealed partial class PipelineAgreementTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("warder-peers-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Names_the_same_tokens_at_the_same_places()
    {
        var differences = new List<string>();
        var equal = 0;
        foreach (var (file, answer) in Ask("tokens.mjs"))
        {
            var theirs = answer.GetProperty("tokens").EnumerateArray().Select(Place).ToHashSet(StringComparer.Ordinal);
            var ours = TokensOf(file).ToHashSet(StringComparer.Ordinal);
            equal += ours.Intersect(theirs).Count();
            var doubt = answer.TryGetProperty("yaml", out var yaml) ? $" [{yaml[0].GetProperty("message").GetString()}]" : "";
            differences.AddRange(ours.Except(theirs).Select(t => Tell("tokens", "only-warder", file, t + doubt)).OfType<string>());
            differences.AddRange(theirs.Except(ours).Select(t => Tell("tokens", "only-oracle", file, t + doubt)).OfType<string>());
        }

        string.Join('\n', differences).ShouldBeEmpty();
        equal.ShouldBeGreaterThan(20);
    }

    [Fact]
    public void Accepts_what_GitHub_accepts_and_refuses_what_GitHub_refuses()
    {
        var differences = new List<string>();
        var accepted = 0;
        var refused = 0;
        foreach (var (file, answer) in Ask("parse-workflows.mjs"))
        {
            var source = file.Source;
            var problems = GitHubReader.Read(source).Problems;
            var accepts = answer.GetProperty("accepted").GetBoolean();
            if (accepts == (problems.Count == 0))
            {
                accepted += accepts ? 1 : 0;
                refused += accepts ? 0 : 1;
            }
            else if (accepts)
            {
                differences.AddRange(problems.Select(p => Tell("acceptance", "warder-rejects", file, $"{At(source, p)} {p.Message}")).OfType<string>());
            }
            else
            {
                var kind = answer.GetProperty("kind").GetString();
                differences.AddRange(Telling(answer.GetProperty("errors"))
                    .Select(e => $"{e.GetProperty("line")}:{e.GetProperty("column")} {kind}: {e.GetProperty("message").GetString()}")
                    .Select(text => Tell("acceptance", "warder-accepts", file, text))
                    .OfType<string>());
            }
        }

        string.Join('\n', differences).ShouldBeEmpty();
        accepted.ShouldBeGreaterThan(10);
        refused.ShouldBeGreaterThan(0);
    }

    private IEnumerable<(FixtureFile File, JsonElement Answer)> Ask(string script)
    {
        var paths = FixtureFile.All.Select((file, i) =>
        {
            var path = Path.Combine(_folder, i.ToString(System.Globalization.CultureInfo.InvariantCulture), file.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file.Text);
            return path;
        });
        var answers = Peer.Ask(script, string.Join('\n', paths));
        answers.Count.ShouldBe(FixtureFile.All.Count);
        return FixtureFile.All.Zip(answers, (file, line) => (file, JsonDocument.Parse(line).RootElement));
    }

    private static IEnumerable<string> TokensOf(FixtureFile file)
    {
        foreach (var use in GitHubReader.Read(file.Source).TokenUses)
        {
            var inherited = use.Token.Kind == TokenKind.Inherited;
            if (use.Explicit || inherited)
            {
                yield return $"{(inherited ? "inherit" : use.Token.Name)}@{use.Start.Line}:{use.Start.Column}";
            }
        }
    }

    // After the first error of the YAML library, what else is said of the file only follows from it.
    private static IEnumerable<JsonElement> Telling(JsonElement errors) =>
        errors.EnumerateArray().Take(YamlError().IsMatch(errors[0].GetProperty("message").GetString()!) ? 1 : int.MaxValue);

    private static string? Tell(string about, string side, FixtureFile file, string text) =>
        Difference.IsKnown(about, side, text) ? null : $"{side} {file.Origin}: {text}";

    private static string Place(JsonElement token) =>
        $"{token.GetProperty("token").GetString()}@{token.GetProperty("line")}:{token.GetProperty("column")}";

    private static string At(Syntax.SourceText source, PipelineProblem problem)
    {
        var at = source.GetPosition(problem.Span.Start);
        return $"{at.Line}:{at.Column}";
    }

    [GeneratedRegex(@" at line \d+, column \d+:$")]
    private static partial Regex YamlError();
}
