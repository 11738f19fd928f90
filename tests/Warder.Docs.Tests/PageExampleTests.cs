using Warder.Engine.Auditing;
using Warder.Syntax;
using Warder.Syntax.Markdown;
using Warder.Testing;

namespace Warder.Docs.Tests;

/// <summary>What the pages show of policies, registries and workflows can be read: blocks <c>yaml policy</c>, <c>yaml registry</c>, <c>yaml workflow</c>.</summary>
public sealed class PageExampleTests
{
    private const string Workflow = ".github/workflows/example.yml";

    private static readonly Dictionary<string, string> Places = new(StringComparer.Ordinal)
    {
        ["policy"] = ".warder.yml",
        ["registry"] = ".codex/tokens/token_scope_map.yaml",
        ["workflow"] = Workflow,
    };

    /// <summary>What Warder says of text that it cannot take as it stands.</summary>
    private static readonly HashSet<string> Refusals = new(StringComparer.Ordinal)
    {
        "registry-invalid", "registry-duplicate-token", "registry-unknown-permission", "invalid-workflow", "unknown-permission",
    };

    public static TheoryData<string> Pages =>
    [
        .. Directory.EnumerateFiles(RepositoryRoot.Combine("docs"), "*.md")
            .Concat(Directory.EnumerateFiles(RepositoryRoot.Combine("docs", "how-to"), "*.md"))
            .Select(f => Path.GetRelativePath(RepositoryRoot.Path, f))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_example_in_yaml_is_read_without_a_problem(string page)
    {
        var document = MarkdownParser.Parse(new SourceText(page, File.ReadAllText(RepositoryRoot.Combine(page)).ReplaceLineEndings("\n")));
        foreach (var block in document.Blocks.Where(b => b.Kind == MarkdownBlockKind.FencedCode))
        {
            if (block.Info?.Split(' ') is not ["yaml", var role] || !Places.TryGetValue(role, out var place))
            {
                continue;
            }

            var text = document.Source.GetText(block.ContentSpan) + "\n";
            var result = AuditRunner.Run(new MemoryFiles().With(place, text), new AuditOptions());
            result.Diagnostics.Where(d => d.Code != "missing-registry").ShouldBeEmpty(text);
            result.Findings.Where(f => Refusals.Contains(f.Rule.Slug)).Select(f => $"{f.Rule.Slug}: {f.Message}").ShouldBeEmpty(text);
        }
    }
}
