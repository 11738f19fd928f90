using System.Text.RegularExpressions;
using Warder.Engine.Policy;
using Warder.Reports.Documents;
using Warder.Testing;

namespace Warder.Reports.Tests.Documents;

/// <summary>Text of the repository is text in the documents, whatever it says.</summary>
public sealed partial class HostileDocumentsTests
{
    public static TheoryData<string> Texts =>
    [
        "<script>alert(1)</script>", "</title><img src=x onerror=alert(1)>", "a | b | c", "**bold** _x_ `code` [x](javascript:alert(1))",
        "<!-- warder:end introduction -->", "\n<!-- warder:keep x -->\n# Heading", "\" onmouseover=\"alert(1)", "&lt;b&gt;", "a\u202Eb\u001B[31m",
        "`` ` ``<b>", "- item", "1. item", "===",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void It_is_escaped_in_both_formats(string text)
    {
        foreach (var document in Made(text))
        {
            var made = document.Text.ShouldNotBeNull();
            made.ShouldNotContain('\u202E');
            made.ShouldNotContain('\u001B');
            if (document.Format == DocumentFormat.Html)
            {
                Tags(made).ShouldBeSubsetOf(Tags(Made("plain text").Single(d => d.Format == DocumentFormat.Html && d.Kind == document.Kind).Text!));
                made.ShouldNotContain("href=\"javascript");
            }
            else
            {
                // Outside of code, a tag can begin nowhere; parts begin and end only where we say so.
                if (!text.Contains('`', StringComparison.Ordinal))
                {
                    Code().Replace(made, "").Replace("<!-- ", "", StringComparison.Ordinal).ShouldNotContain('<');
                }

                KeptParts.Read(made, document.Kind, out var because).ShouldNotBeNull(because);
                Heads(made).ShouldBe(Heads(Made("plain text").Single(d => d.Format == DocumentFormat.Markdown && d.Kind == document.Kind).Text!));
                Columns(made);
            }
        }
    }

    [Fact]
    public void A_page_shows_hand_written_html_as_text_and_follows_no_program()
    {
        var files = Files("plain text");
        var first = GeneratedDocuments.For(AuditRunner.Run(files), new DocumentOptions { Present = _ => null })[0];
        const string Words = "<script>alert(1)</script>\n\n- [x](javascript:alert(1))\n- [y](https://example.org/?a&b)\n\n1. **one**\n\n```\n<b>\n```\n";
        var text = first.Text!.Replace("keep introduction -->\n\n", "keep introduction -->\n" + Words, StringComparison.Ordinal);
        var page = GeneratedDocuments.For(AuditRunner.Run(files), new DocumentOptions
        {
            Present = p => p == first.Path ? text : null,
            Kinds = [DocumentKind.Matrix],
            Formats = [DocumentFormat.Html],
        }).Single().Text!;
        page.ShouldContain("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>");
        page.ShouldContain("<li>[x](javascript:alert(1))</li>");
        page.ShouldContain("<a href=\"https://example.org/?a&amp;b\">y</a>");
        page.ShouldContain("<ol>\n<li><strong>one</strong></li>\n</ol>");
        page.ShouldContain("<code>&lt;b&gt;</code>");
    }

    [Fact]
    public void A_page_is_whole_and_can_be_read_aloud()
    {
        foreach (var page in Made("plain text").Where(d => d.Format == DocumentFormat.Html).Select(d => d.Text!))
        {
            page.ShouldStartWith("<!doctype html>\n");
            page.ShouldContain("<html lang=\"en\">");
            page.ShouldContain("<title>");
            page.ShouldContain("href=\"#content\"");
            page.ShouldNotContain("<th>");
            page.ShouldNotContain("src=");
            Ids().Matches(page).Select(m => m.Groups[1].Value).ShouldBeUnique();
            var levels = HeadLevels().Matches(page).Select(m => m.Groups[1].Value[0] - '0').ToList();
            levels[0].ShouldBe(1);
            levels.Zip(levels.Skip(1)).ShouldAllBe(p => p.Second <= p.First + 1 && p.Second > 1);
            var links = Targets().Matches(page).Select(m => m.Groups[1].Value);
            links.ShouldBeSubsetOf(Ids().Matches(page).Select(m => m.Groups[1].Value));
            foreach (var tag in new[] { "ul", "ol", "li", "table", "tr", "td", "th", "div", "p", "code", "pre", "nav", "main", "a", "span" })
            {
                Regex.Count(page, $"<{tag}[ >]", RegexOptions.NonBacktracking).ShouldBe(Regex.Count(page, $"</{tag}>", RegexOptions.NonBacktracking), tag);
            }
        }
    }

    private static IReadOnlyList<GeneratedDocument> Made(string text) => GeneratedDocuments.For(
        AuditRunner.Run(Files(text)),
        new DocumentOptions { Present = _ => null, Formats = [DocumentFormat.Markdown, DocumentFormat.Html] });

    private static MemoryFiles Files(string text)
    {
        var quoted = System.Text.Json.JsonSerializer.Serialize(text);
        return new MemoryFiles()
            .With(".codex/tokens/token_scope_map.yaml", $$"""
                bots:
                  one: { token: ONE_TOKEN, bot_identity: {{quoted}}, purpose: {{quoted}}, role: {{quoted}}, owner: {{quoted}}, backup_owner: {{quoted}}, runbook: {{quoted}}, environment: {{quoted}}, notes: {{quoted}}, blast_radius: {{quoted}}, permissions: [{{quoted}}, contents:read], authorized_scripts: [{{quoted}}, scripts/a.sh] }
                deprecated:
                  two: { token: TWO_TOKEN, reason: {{quoted}}, replacement: {{quoted}} }
                hierarchy:
                  group: { role: {{quoted}} }
                compliance: { policy: {{quoted}}, audit_frequency: {{quoted}} }
                metadata: { version: {{quoted}}, maintained_by: {{quoted}} }
                """)
            .With(".warder.yml", $"exceptions:\n  - {{ rule: deprecated-token, token: ONE_TOKEN, owner: {quoted}, reason: {quoted}, expires: 2099-01-01 }}\n")
            .With(".github/workflows/ci.yml", $$$"""
                on: push
                jobs:
                  one:
                    runs-on: x
                    steps:
                      - name: {{{quoted}}}
                        run: ./a
                        env:
                          A: ${{ secrets.ONE_TOKEN }}
                          B: ${{ secrets.TWO_TOKEN }}
                """);
    }

    private static IEnumerable<string> Tags(string html) => Tag().Matches(html[html.IndexOf("<body>", StringComparison.Ordinal)..]).Select(m => m.Groups[1].Value).Distinct();

    private static IEnumerable<string> Heads(string text) => text.Split('\n').Where(l => l.StartsWith('#')).Select(l => l.Split(' ')[0]);

    private static void Columns(string text)
    {
        foreach (var table in text.Split("\n\n").Where(t => t.StartsWith('|')))
        {
            table.TrimEnd('\n').Split('\n').Select(l => Pipe().Count(l)).Distinct().Count().ShouldBe(1, table);
        }
    }

    [GeneratedRegex("<([a-z0-9]+)[ >]")]
    private static partial Regex Tag();

    [GeneratedRegex("```[a-z]*\n[^`]*```|(`+)[^`].*?[^`]\\1(?!`)|`[^`]`")]
    private static partial Regex Code();

    [GeneratedRegex(" id=\"([^\"]*)\"")]
    private static partial Regex Ids();

    [GeneratedRegex("<h([1-6])[ >]")]
    private static partial Regex HeadLevels();

    [GeneratedRegex("href=\"#([^\"]*)\"")]
    private static partial Regex Targets();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Pipe();
}
