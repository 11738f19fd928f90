using Warder.Engine.Rules;
using Warder.Reports;
using Warder.Reports.Rules;
using Warder.Testing;

namespace Warder.Docs.Tests;

/// <summary>The README stays short, and its tables stay true.</summary>
public sealed class ReadmeTests
{
    private const int MaxLines = 120;

    [Fact]
    public void It_is_at_most_120_lines() =>
        File.ReadLines(RepositoryRoot.Combine("README.md")).Count().ShouldBeLessThanOrEqualTo(MaxLines);

    [Fact]
    public void The_index_of_rules_is_the_catalogue()
    {
        var table = new StringWriter();
        RuleReports.For(ReportFormat.Markdown)!.Write([.. RuleCatalogue.All.Select(r => r.Descriptor)], new ReportOptions { Version = "0" }, table);
        var path = RepositoryRoot.Combine("docs", "rules", "README.md");
        if (Environment.GetEnvironmentVariable("WARDER_UPDATE_DOCS") == "1")
        {
            Environment.GetEnvironmentVariable("CI").ShouldNotBe("true");
            File.WriteAllText(path, "# Rules\n\n`warder explain <rule>` prints the same pages.\n\n" + table);
        }

        File.ReadAllText(path).ReplaceLineEndings("\n").ShouldEndWith(table.ToString());
    }
}
