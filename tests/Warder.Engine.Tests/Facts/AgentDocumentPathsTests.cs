using Warder.Engine.Auditing;
using Warder.Engine.Facts;

namespace Warder.Engine.Tests.Facts;

public sealed class AgentDocumentPathsTests
{
    [Theory]
    [InlineData("AGENTS.md", FileKind.Document)]
    [InlineData("services/api/agents.md", FileKind.Document)]
    [InlineData("CLAUDE.md", FileKind.Document)]
    [InlineData(".github/copilot-instructions.md", FileKind.Document)]
    [InlineData(".github/instructions/api/x.instructions.md", FileKind.Document)]
    [InlineData(".cursor/rules/automation.mdc", FileKind.Document)]
    [InlineData("a/b/.windsurf/rules/c/d.md", FileKind.Document)]
    [InlineData(".roorules-code", FileKind.Document)]
    [InlineData("agents/ci-bot.md", FileKind.Document)]
    [InlineData("agents/permissions.yml", FileKind.Configuration)]
    [InlineData(".codex/bot-permissions.yaml", FileKind.Configuration)]
    [InlineData("web/.mcp.json", FileKind.Configuration)]
    [InlineData(".vscode/mcp.json", FileKind.Configuration)]
    [InlineData("web/.claude/settings.json", FileKind.Configuration)]
    [InlineData(".codex/tokens/token_scope_map.yaml", FileKind.Other)]
    [InlineData("agents/sub/ci-bot.md", null)]
    [InlineData("src/agents/ci-bot.md", null)]
    [InlineData("src/main.md", null)]
    [InlineData("docs/mcp.json", null)]
    [InlineData("", null)]
    public void A_path_says_what_a_file_is_to_agents(string path, FileKind? kind) =>
        FactBase.Embedded.AgentDocuments.Find(path).ShouldBe(kind);

    [Fact]
    public void The_index_finds_what_a_walk_over_all_places_finds()
    {
        (PathPattern Pattern, FileKind Kind)[] places =
        [
            (new PathPattern("a/no/**"), FileKind.Other),
            (new PathPattern("a/**/*.md"), FileKind.Document),
            (new PathPattern("**/x/y.md"), FileKind.Configuration),
            (new PathPattern("a*/z.json"), FileKind.Configuration),
            (new PathPattern("*.txt"), FileKind.Document),
        ];
        var paths = new AgentDocumentPaths(places);
        foreach (var path in (string[])["a/b.md", "a/no/b.md", "a/x/y.md", "x/y.md", "b/x/y.md", "ab/z.json", "b/z.json", "q.txt", "a/q.txt", "a/no/x/y.md"])
        {
            paths.Find(path).ShouldBe(places.Where(p => p.Pattern.Matches(path)).Select(p => (FileKind?)p.Kind).FirstOrDefault(), path);
        }
    }
}
