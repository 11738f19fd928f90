using CsCheck;
using Warder.Pipelines.Scripts;
using Warder.Syntax;

namespace Warder.Pipelines.Tests.Scripts;

public sealed class ScriptReaderTests
{
    private static readonly string[] Pieces =
    [
        "DEPLOY_TOKEN", "$", "${", "}", "{", "(", ")", "[", "]", "\"", "'", "`", "#", "//", "/*", "*/", "/", "\\", "\n", "\r\n", "\t", " ", "=", ":-",
        "process.env", "os.environ", "os.getenv(", "ENV", "$env:", "<<~A", "\nA\n", "f\"", "$\"", "@\"", "\"\"\"", "%", ".", "?", "||", "or", ",", "= process.env",
        "<!--", "ARG ", "--mount=type=secret,id=", "environment:\n  - ", "const {", "é", "\0", "\uD83D",
    ];

    [Fact]
    public void Any_text_gives_uses_in_order_and_inside()
    {
        var text = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).List[0, 40].Select(p => string.Concat(p));
        var language = Gen.Enum<ScriptLanguage>();
        Gen.Select(text, language).Sample(
            (content, kind) =>
            {
                var uses = ScriptReader.Read(new SourceText("a.x", content), kind, ReadScript.Names, new Dictionary<string, IReadOnlyList<TokenReference>>());
                var end = 0;
                foreach (var use in uses)
                {
                    (use.Span.Start >= end && use.Span.Length > 0 && use.Span.End <= content.Length).ShouldBeTrue($"{kind}: {use.Span} in {content}");
                    content.Substring(use.Span.Start, use.Span.Length).ShouldContain("DEPLOY_TOKEN", Case.Insensitive);
                    end = use.Span.End;
                }
            },
            iter: 3_000);
    }

    [Fact]
    public void A_use_says_where_it_stands_and_who_takes_it()
    {
        var use = ReadScript.Uses("ci/a.sh", "\n  gh api x -H \"$GITHUB_TOKEN\"\n").ShouldHaveSingleItem();
        use.Token.ShouldBe(TokenReference.Default);
        use.Path.ShouldBe("ci/a.sh");
        use.Start.ShouldBe(new LinePosition(2, 16));
        use.End.ShouldBe(new LinePosition(2, 29));
        use.Scope.ShouldBe(UseScope.ScriptFile);
        use.Binding.ShouldBe("GITHUB_TOKEN");
        use.Consumer.ShouldBe("gh");
    }

    [Fact]
    public void A_variable_given_by_workflows_is_each_token_that_they_put_in()
    {
        var environment = new Dictionary<string, IReadOnlyList<TokenReference>>
        {
            ["GITHUB_TOKEN"] = [TokenReference.Named("NPM_TOKEN"), TokenReference.Named("BOT_KEY")],
        };
        ScriptReader.Read(new SourceText("a.sh", "f $GITHUB_TOKEN"), ScriptLanguage.Shell, ReadScript.Names, environment)
            .Select(u => u.Token.Name).ShouldBe(["NPM_TOKEN", "BOT_KEY"]);
    }

    [Fact]
    public void Deep_and_long_texts_take_linear_time()
    {
        foreach (var piece in (string[])["{", "os.getenv('A', ", "`${", "'", "/[", "<<~A ", "} = process.env ", "f\"{", "$\"{", "${A:-", "/*", "<!--", "$"])
        {
            var text = string.Concat(Enumerable.Repeat(piece, 4_000));
            foreach (var language in Enum.GetValues<ScriptLanguage>())
            {
                if (language is not ScriptLanguage.Compose)
                {
                    ScriptReader.Read(new SourceText("a.x", text), language, ReadScript.Names, new Dictionary<string, IReadOnlyList<TokenReference>>()).ShouldBeEmpty();
                }
            }
        }
    }
}
