using Warder.Engine.Auditing;
using Warder.Engine.Rules;
using Warder.Syntax.Markdown;
using Warder.Testing;

namespace Warder.Docs.Tests;

/// <summary>Every rule has its page, and every page tells the truth.</summary>
public sealed class RulePageTests
{
    private static readonly string[] Sections = ["What it finds", "Why it matters", "Example", "Fix", "Options", "When to suppress"];

    public static TheoryData<string> Rules => [.. RuleCatalogue.All.Select(r => r.Descriptor.Slug)];

    [Fact]
    public void Pages_and_rules_are_the_same_list() =>
        RulePage.Slugs.ShouldBe(RuleCatalogue.All.Select(r => r.Descriptor.Slug), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_head_is_made_from_the_rule(string slug)
    {
        var page = RulePage.Read(slug);
        var head = RulePage.HeadFor(RuleCatalogue.Find(slug)!.Descriptor);
        var end = page.Text.IndexOf(RulePage.HeadEnd, StringComparison.Ordinal);
        end.ShouldBeGreaterThan(0, "the page has no generated head");
        var rest = page.Text[(end + RulePage.HeadEnd.Length)..].TrimStart('\n');
        if (Environment.GetEnvironmentVariable("WARDER_UPDATE_DOCS") == "1")
        {
            Environment.GetEnvironmentVariable("CI").ShouldNotBe("true");
            File.WriteAllText(Path.Combine(RulePage.Folder, slug + ".md"), $"{head}\n{rest}");
            return;
        }

        page.Text.ShouldStartWith(head);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_sections_are_there_in_order_and_say_something(string slug)
    {
        var page = RulePage.Read(slug);
        var headings = page.Document.Blocks.Where(b => b.Kind == MarkdownBlockKind.Heading && b.Level == 2).ToList();

        headings.Select(h => page.Document.Source.GetText(h.ContentSpan)).ShouldBe(Sections);
        foreach (var heading in headings)
        {
            page.Document.Blocks.Any(b => b.Heading == heading).ShouldBeTrue(page.Document.Source.GetText(heading.ContentSpan));
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_option_is_named(string slug)
    {
        var page = RulePage.Read(slug);
        foreach (var option in RuleCatalogue.Find(slug)!.Descriptor.Options)
        {
            page.Text.ShouldContain($"`{option.Name}`");
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Bad_examples_are_found_and_good_ones_are_not(string slug)
    {
        var examples = RulePage.Read(slug).Examples().ToList();
        examples.ShouldContain(e => e.IsBad, "the page has no bad example");
        examples.ShouldContain(e => !e.IsBad, "the page has no good example");
        foreach (var (isBad, files) in examples)
        {
            var result = AuditRunner.Run(files, new AuditOptions { Start = RuleStart.Validation, Git = new MemoryGit(files) });
            result.Diagnostics.ShouldBeEmpty();
            var found = result.Findings.Where(f => f.Rule.Slug == slug).Select(f => $"{f.Location.Path}:{f.Location.Start} {f.Message}").ToList();
            if (isBad)
            {
                found.ShouldNotBeEmpty();
            }
            else
            {
                found.ShouldBeEmpty();
            }
        }
    }
}
