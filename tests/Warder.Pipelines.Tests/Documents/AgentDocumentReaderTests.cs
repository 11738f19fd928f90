using CsCheck;
using Warder.Pipelines.Documents;

namespace Warder.Pipelines.Tests.Documents;

public sealed class AgentDocumentReaderTests
{
    private static readonly string[] Pieces =
    [
        "GITHUB_TOKEN", "secrets.", "${{ ", " }}", "`", "```\n", "# ", "- ", "| ", "\n", "\n\n", "Never use ", "use ", ": ", "---\n", "permissions:\n  - a:write\n",
        "tokens: [A_TOKEN]\n", "{", "}", "\"", ",", "[", "]", "//", "/*", "*/", "<!--", "-->", "\\u", "\\", "\t", ". ", "\r\n", "é", "\0", "\uD83D", "'", "=", "env",
    ];

    [Fact]
    public void Front_matter_names_tokens_and_claims_permissions()
    {
        const string text = "---\ntitle: x\ntokens:\n  - CI_BOT_TOKEN\npermissions:\n  - issues:write\n  - pull_requests: read\n  - contents\n---\n# A\n";
        var document = ReadDocument.Read(text);
        var mention = document.Mentions.ShouldHaveSingleItem();
        mention.Use.Span.Start.ShouldBe(text.IndexOf("CI_BOT", StringComparison.Ordinal));
        mention.Use.Scope.ShouldBe(UseScope.Document);
        mention.Stance.ShouldBe(MentionStance.Advises);
        ReadDocument.Claims(text).ShouldBe("CI_BOT_TOKEN/issues:Write CI_BOT_TOKEN/pull-requests:Read CI_BOT_TOKEN/contents:?");
        document.Claims[0].Span.Start.ShouldBe(text.IndexOf("issues:write", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("---\npermissions: { issues: write }\n---\nUses `CI_BOT_TOKEN`.", "CI_BOT_TOKEN/issues:Write")]
    [InlineData("---\npermissions:\n  - repo:read\n---\nNothing.", "?/repo:Read")]
    [InlineData("---\ntokens: [CI_BOT_TOKEN, NPM_TOKEN]\npermissions:\n  issues: write\n---\n", "?/issues:Write")]
    [InlineData("Uses `CI_BOT_TOKEN`. permissions: issues: write", "")]
    public void Claims_are_for_the_one_token_that_is_named(string text, string expected) => ReadDocument.Claims(text).ShouldBe(expected);

    [Fact]
    public void A_permission_file_claims_for_each_bot()
    {
        const string text = "a:\n  secret: ONE_KEY\n  permissions:\n    - issues: write\n    - contents: read # why\nb:\n  token: \"TWO_TOKEN\"\n  permissions: []\nc:\n  permissions:\n    - actions: write\n";
        ReadDocument.Claims(text, ".codex/bot-permissions.yaml", isConfiguration: true).ShouldBe("ONE_KEY/issues:Write ONE_KEY/contents:Read ?/actions:Write");
        ReadDocument.Stances(text, ".codex/bot-permissions.yaml", isConfiguration: true).ShouldBe("ONE_KEY+ TWO_TOKEN+");
    }

    [Theory]
    [InlineData("{ \"mcpServers\": { \"a\": { \"env\": { \"GITHUB_TOKEN\": \"${env:GITHUB_TOKEN}\" } } } }", "GITHUB_TOKEN+")]
    [InlineData("{ \"env\": { \"GITHUB_PERSONAL_ACCESS_TOKEN\": \"${input:github_token}\" } }", "GITHUB_PERSONAL_ACCESS_TOKEN+")]
    [InlineData("{ \"env\": { \"GITHUB_PERSONAL_ACCESS_TOKEN\": \"${CI_BOT_TOKEN}\" } }", "CI_BOT_TOKEN+")]
    [InlineData("{ \"headers\": { \"Authorization\": \"Bearer ${OTHER_TOKEN}\" } }", "OTHER_TOKEN+")]
    [InlineData("{\n\t// GITHUB_TOKEN\n\t/* NPM_TOKEN */\n\t\"env\": { \"X\": \"$NPM_TOKEN\", },\n}", "NPM_TOKEN+")]
    [InlineData("{ \"u\": \"https:\\/\\/x\", \"e\": \"\\ud83d\\ude00\", \"env\": { \"X\": \"$NPM_TOKEN\" } }", "NPM_TOKEN+")]
    [InlineData("{ \"permissions\": { \"allow\": [\"Bash(npm run:*)\"] }, \"env\": { \"LANG\": \"C\" } }", "")]
    [InlineData("{ \"rule\": \"Never use GITHUB_TOKEN in scripts\" }", "GITHUB_TOKEN-")]
    public void A_configuration_hands_tokens_to_tools(string text, string expected)
    {
        ReadDocument.Stances(text, ".mcp.json", isConfiguration: true).ShouldBe(expected);
        ReadDocument.Claims(text, ".mcp.json", isConfiguration: true).ShouldBe("");
    }

    [Theory]
    [InlineData("[mcp_servers.github]\nbearer_token_env_var = \"OTHER_TOKEN\" # NPM_TOKEN\n", "OTHER_TOKEN+")]
    [InlineData("env = { \"X\" = \"${NPM_TOKEN}\" }\n", "NPM_TOKEN+")]
    [InlineData("model = \"x\"\nkey = \"OTHER_TOKEN\"\n", "")]
    public void A_toml_configuration_is_read_by_lines(string text, string expected) =>
        ReadDocument.Stances(text, ".codex/config.toml", isConfiguration: true).ShouldBe(expected);

    [Fact]
    public void Any_text_gives_mentions_in_order_and_inside() =>
        Gen.Select(Gen.Int[0, Pieces.Length - 1].List[0, 50], Gen.Int[0, 3]).Sample(
            (indices, kind) =>
            {
                var text = string.Concat(indices.Select(i => Pieces[i]));
                var document = ReadDocument.Read(text, kind == 1 ? "a.toml" : kind == 2 ? "a.json" : "a.md", kind > 0);
                var end = 0;
                foreach (var mention in document.Mentions)
                {
                    (mention.Use.Span.Start >= end && mention.Use.Span.Length > 0 && mention.Use.Span.End <= text.Length).ShouldBeTrue($"{mention.Use.Span} in {text}");
                    end = mention.Use.Span.End;
                }

                document.Claims.ShouldAllBe(c => c.Span.Start >= 0 && c.Span.End <= text.Length);
            },
            iter: 3_000);
}
