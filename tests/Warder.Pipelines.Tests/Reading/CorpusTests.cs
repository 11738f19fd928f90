using System.Text.Json;
using Warder.Pipelines.GitHub;
using Warder.Syntax;

namespace Warder.Pipelines.Tests.Reading;

/// <summary>Compares the reader with an independent list of tokens, where WARDER_CORPUS names a folder that holds one.</summary>
public sealed class CorpusTests
{
    [Fact]
    public void Names_the_tokens_that_the_independent_reader_names()
    {
        var corpus = Environment.GetEnvironmentVariable("WARDER_CORPUS");
        if (string.IsNullOrEmpty(corpus))
        {
            return;
        }

        var differences = new List<string>();
        var files = 0;
        var tokens = 0;
        foreach (var line in File.ReadLines(Path.Combine(corpus, "oracle-tokens.jsonl")))
        {
            using var expected = JsonDocument.Parse(line);
            var file = expected.RootElement.GetProperty("file").GetString()!;
            var theirs = expected.RootElement.GetProperty("tokens").EnumerateArray()
                .Select(t => $"{t.GetProperty("line").GetInt32()}:{t.GetProperty("column").GetInt32()} {t.GetProperty("token").GetString()}")
                .ToList();
            var pipeline = GitHubReader.Read(new SourceText(PathOf(file), ReadText(file)));
            var ours = pipeline.TokenUses.Select(Name).OfType<string>().ToList();
            files++;
            tokens += theirs.Count;
            if (!ours.SequenceEqual(theirs))
            {
                var problem = pipeline.Problems.Count > 0 ? " (" + pipeline.Problems[0].Message + ")" : "";
                differences.Add($"{file}{problem}\n  only ours:   {string.Join(", ", ours.Except(theirs))}\n  only theirs: {string.Join(", ", theirs.Except(ours))}");
            }
        }

        TestContext.Current.SendDiagnosticMessage($"{files} files, {tokens} tokens, {differences.Count} differences");
        differences.ShouldBeEmpty();
    }

    private static string? Name(TokenUse use)
    {
        var name = use.Token.Kind == TokenKind.Inherited ? "inherit" : use.Token.Name;
        return use.Explicit || use.Token.Kind == TokenKind.Inherited ? $"{use.Start} {name}" : null;
    }

    private static string PathOf(string file)
    {
        var name = Path.GetFileName(file);
        return name is "action.yml" or "action.yaml" && !file.Contains("/.github/workflows/", StringComparison.Ordinal)
            ? name
            : ".github/workflows/" + name;
    }

    private static string ReadText(string file)
    {
        var text = File.ReadAllText(file);
        return text.StartsWith('\uFEFF') ? text[1..] : text;
    }
}
