using CsCheck;
using Warder.Pipelines.GitHub;
using Warder.Syntax;

namespace Warder.Pipelines.Tests.Reading;

/// <summary>Whatever the text, the reader answers, and every place that it names lies in the text.</summary>
public sealed class HostileInputTests
{
    private const string Seed = """
        on: { workflow_call: { secrets: { A: } }, push: }
        permissions: { id-token: write }
        env: &e
          A: ${{ secrets.A || github.token }}
        jobs:
          a: &job
            runs-on: [self-hosted]
            env: { <<: *e, B: "${{ env.A }}" }
            container: { image: x, env: { C: "${{ secrets.C }}" } }
            steps:
              - run: |
                  X="${A:-${B:-$GITHUB_TOKEN}}"; gh api "$X" <<< '${{ toJSON(secrets) }}' >> $GITHUB_OUTPUT
              - uses: actions/github-script@v7
                with: { script: "process.env.A" }
              - shell: pwsh
                run: $x = Send-It $env:A; ./x.ps1
          b: *job
          c:
            uses: ./.github/workflows/x.yml
            secrets: inherit
        """;

    private static readonly string[] Words =
    [
        "${{ ", " }}", "secrets.", "secrets[", "github", "\n", "\n  ", "- ", ": ", "&e ", "*e", "*job", "<<: ", "|\n", "{", "}", "[", "]", "'", "\"",
        "\t", "\r\n", "||", "steps:\n", "run: ", "#", "\0", "\uD800",
    ];

    private static readonly Gen<string> Piece = Gen.OneOf(
        Gen.Int[0, Words.Length - 1].Select(i => Words[i]),
        Gen.Char.Array[0, 3].Select(c => new string(c)));

    [Fact]
    public void Reads_any_mutation_of_a_workflow() =>
        Gen.Select(Gen.Int[0, Seed.Length], Gen.Int[0, 40], Piece, Gen.Int[0, Seed.Length], Gen.Int[0, 8])
            .Sample((at, removed, piece, second, more) =>
            {
                var text = Cut(Cut(Seed, at, removed, piece), second, more, piece);
                Check(text, ".github/workflows/w.yml");
                Check(text, "action.yml");
            }, iter: 2_000);

    private static void Check(string text, string path)
    {
        var pipeline = GitHubReader.Read(new SourceText(path, text));
        var last = -1;
        foreach (var use in pipeline.TokenUses)
        {
            use.Span.Start.ShouldBeGreaterThanOrEqualTo(last);
            use.Span.End.ShouldBeLessThanOrEqualTo(text.Length);
            use.Span.Length.ShouldBeGreaterThan(0);
            last = use.Span.Start;
        }

        pipeline.TokenUses.Select(u => (u.Span, u.Token)).Distinct().Count().ShouldBe(pipeline.TokenUses.Count);
    }

    private static string Cut(string text, int at, int length, string piece)
    {
        at = Math.Min(at, text.Length);
        return string.Concat(text.AsSpan(0, at), piece, text.AsSpan(Math.Min(text.Length, at + length)));
    }
}
