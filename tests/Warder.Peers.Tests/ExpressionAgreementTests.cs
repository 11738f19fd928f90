using System.Text.Json;
using Warder.Pipelines.GitHub.Expressions;
using Warder.Syntax;

namespace Warder.Peers.Tests;

/// <summary>Holds Warder's expression reader against GitHub's own on generated expressions.</summary>
public sealed class ExpressionAgreementTests
{
    private const int Seed = 20261101;
    private static readonly int Count = int.TryParse(Environment.GetEnvironmentVariable("WARDER_CASES"), out var cases) ? cases : 4000;

    [Fact]
    public void Reads_what_GitHub_reads_into_the_same_tree()
    {
        var written = new WrittenExpressions(Seed);
        var texts = Enumerable.Range(0, Count).Select(_ => written.Whole()).ToList();
        Compare(texts).ShouldBeGreaterThan(Count * 3 / 4);
    }

    [Fact]
    public void Refuses_what_GitHub_refuses()
    {
        var written = new WrittenExpressions(Seed + 1);
        var texts = Enumerable.Range(0, Count).Select(_ => written.Broken()).ToList();
        Compare(texts).ShouldBeInRange(Count / 10, Count * 9 / 10);
    }

    private static int Compare(List<string> texts)
    {
        var answers = Peer.Ask("expressions.mjs", string.Join('\n', texts.Select(t => $"{{\"expr\":{JsonSerializer.Serialize(t)}}}")) + "\n");
        answers.Count.ShouldBe(texts.Count);
        var read = 0;
        var differences = new List<string>();
        foreach (var (text, answer) in texts.Zip(answers))
        {
            using var parsed = JsonDocument.Parse(answer);
            var theirs = parsed.RootElement.GetProperty("ok").GetBoolean()
                ? Tree.InPairs(parsed.RootElement.GetProperty("tree").GetString()!)
                : null;
            read += theirs is null ? 0 : 1;

            // How many arguments a function takes is asked by the validator, not by the reader.
            if (theirs is null && parsed.RootElement.GetProperty("kind").GetString() == "arity")
            {
                continue;
            }

            var result = ExpressionParser.Parse(text, new TextSpan(0, text.Length));
            var ours = result.Root is null ? null : Tree.Of(result.Root);
            var side = ours is null ? "warder-rejects" : "warder-accepts";
            if (ours != theirs && !Difference.IsKnown("expressions", side, text))
            {
                differences.Add($"{text}\n  GitHub: {theirs ?? answer}\n  Warder: {ours ?? result.Problem}");
            }
        }

        string.Join('\n', differences.Take(20)).ShouldBeEmpty($"{differences.Count} of {texts.Count} differ");
        return read;
    }
}
