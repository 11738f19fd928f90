using Warder.Engine.Rules;
using Warder.Engine.Rules.Hygiene;
using Warder.Engine.Rules.Permissions;
using Warder.Engine.Rules.Registry;
using Warder.Testing;

namespace Warder.Engine.Tests.Rules.Registry;

/// <summary>Audits the examples on the pages of the rules about the registry.</summary>
public sealed class RulePageTests
{
    private static readonly string[] Headings = ["What it finds", "Why it matters", "Example", "Fix", "Options", "When to suppress"];

    public static TheoryData<string> Slugs =>
        [.. RuleCatalogue.All
            .Where(r => r is RegistryRule or RegistryMissing or RegistryInvalid or TokenUnused or UnknownPermission or ExpiredException)
            .Select(r => r.Descriptor.Slug)];

    [Theory]
    [MemberData(nameof(Slugs))]
    public void The_bad_example_is_found_and_the_good_one_is_not(string slug)
    {
        var page = Page(slug);

        Findings(slug, page, "bad").ShouldNotBeEmpty();
        Findings(slug, page, "good").ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void The_page_has_every_section_in_order(string slug) =>
        Page(slug).Split('\n').Where(l => l.StartsWith("## ", StringComparison.Ordinal)).Select(l => l[3..]).ShouldBe(Headings);

    private static List<string> Findings(string slug, string page, string tag)
    {
        var files = new MemoryFiles();
        var any = false;
        foreach (var (blockTag, path, text) in Blocks(page))
        {
            if (blockTag == tag || blockTag == "with")
            {
                any |= blockTag == tag;
                files.With(path, text);
            }
        }

        any.ShouldBeTrue();
        var result = AuditRunner.Run(files);
        result.Diagnostics.ShouldBeEmpty();
        return [.. result.Findings.Where(f => f.Rule.Slug == slug).Select(f => f.Message)];
    }

    private static IEnumerable<(string Tag, string Path, string Text)> Blocks(string page)
    {
        var lines = page.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var words = lines[i].Split(' ');
            if (!lines[i].StartsWith("```", StringComparison.Ordinal) || words.Length != 3)
            {
                continue;
            }

            var end = Array.IndexOf(lines, "```", i + 1);
            yield return (words[1], words[2], string.Join('\n', lines[(i + 1)..end]) + "\n");
            i = end;
        }
    }

    private static string Page(string slug) => File.ReadAllText(RepositoryRoot.Combine("docs", "rules", $"{slug}.md"));
}
