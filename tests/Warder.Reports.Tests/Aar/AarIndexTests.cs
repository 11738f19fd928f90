using Warder.Reports.Aar;

namespace Warder.Reports.Tests.Aar;

public sealed class AarIndexTests
{
    private static readonly AarIndexEntry[] Entries =
    [
        new("2026/Q1/issues/issue-10-b.md", "Ten"),
        new("2026/Q1/issues/issue-9-a.md", "Nine"),
        new("2026/Q1/governance/governance-2026-03-31.md", "Governance"),
        new("2025/Q4/notes/old notes.md", "Others"),
        new("templates/x.md", "No report"),
    ];

    private const string Expected = """
        # After Action Reports

        <!-- warder:begin aar-index -->

        ## 2026 Q1

        ### Governance

        - [Governance](2026/Q1/governance/governance-2026-03-31.md)

        ### Issues

        - [Nine](2026/Q1/issues/issue-9-a.md)
        - [Ten](2026/Q1/issues/issue-10-b.md)

        ## 2025 Q4

        ### notes

        - [Others](2025/Q4/notes/old%20notes.md)

        <!-- warder:end aar-index -->

        """;

    [Fact]
    public void Entries_stand_by_year_quarter_and_kind()
    {
        Write(null).ShouldBe(Expected);
        Write(Expected, [.. Entries.Reverse()]).ShouldBe(Expected);
    }

    [Fact]
    public void An_index_of_somebody_else_stays_and_ours_goes_behind_it()
    {
        var once = Write("---\nx: 1\n---\n# Ours\n\ntext");

        once.ShouldStartWith("---\nx: 1\n---\n# Ours\n\ntext\n\n<!-- warder:begin aar-index -->\n");
        Write(once).ShouldBe(once);
        Write("# Ours\r\n\r\ntext\r\n").ShouldNotContain("\n\n");
    }

    [Fact]
    public void Entries_of_others_in_ours_stay_and_those_of_gone_reports_go()
    {
        var edited = Expected.Replace("- [Nine]", "- [Wiki](https://example.com/wiki)\n- [Gone](2025/Q1/issues/issue-1.md)\n- [Nine]", StringComparison.Ordinal);
        var after = Write(edited);

        after.ShouldContain("\n## Elsewhere\n\n- [Wiki](https://example.com/wiki)\n\n<!-- warder:end aar-index -->\n");
        after.ShouldNotContain("Gone");
        Write(after).ShouldBe(after);
    }

    [Fact]
    public void Half_a_mark_is_refused()
    {
        AarIndex.Write("<!-- warder:begin aar-index -->\n", Entries, out var because).ShouldBeNull();
        because!.ShouldContain("without the other");
    }

    [Theory]
    [InlineData("---\ntitle: x\n---\n\n# A [link](x) \\| `code`\n", "A \\[link\\](x) \\| \\`code\\`")]
    [InlineData("```\n# no\n```\n## no\ntext\n", "name.md")]
    [InlineData("", "name.md")]
    public void The_title_is_the_first_heading(string text, string title) => AarIndex.TitleOf(text, "name.md").ShouldBe(title);

    private static string Write(string? present, AarIndexEntry[]? entries = null)
    {
        var text = AarIndex.Write(present, entries ?? Entries, out var because);
        because.ShouldBeNull();
        return text!;
    }
}
