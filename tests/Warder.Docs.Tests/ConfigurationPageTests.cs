using System.Text.Json;
using Warder.Testing;

namespace Warder.Docs.Tests;

/// <summary>The tables of the configuration page are what the schemas give; <c>WARDER_UPDATE_DOCS=1</c> makes them anew.</summary>
public sealed class ConfigurationPageTests
{
    private static readonly string Page = RepositoryRoot.Combine("docs", "configuration.md");

    [Theory]
    [InlineData("policy", "policy.schema.json", null)]
    [InlineData("registry", "token-registry.schema.json", null)]
    [InlineData("entry", "token-registry.schema.json", "entry")]
    public void A_table_is_made_from_the_schema(string name, string schema, string? definition)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(RepositoryRoot.Combine("docs", "schema", schema)));
        var table = definition is null ? SchemaTable.Of(document.RootElement) : SchemaTable.OfDefinition(document.RootElement, definition);
        var text = File.ReadAllText(Page).ReplaceLineEndings("\n");
        var start = $"<!-- generated {name} -->\n";
        var from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        var to = text.IndexOf($"<!-- /generated {name} -->", StringComparison.Ordinal);
        from.ShouldBeGreaterThan(start.Length, "the page has no such table");
        to.ShouldBeGreaterThanOrEqualTo(from);
        if (Environment.GetEnvironmentVariable("WARDER_UPDATE_DOCS") == "1")
        {
            Environment.GetEnvironmentVariable("CI").ShouldNotBe("true");
            File.WriteAllText(Page, text[..from] + table + text[to..]);
            return;
        }

        text[from..to].ShouldBe(table, "make it anew with WARDER_UPDATE_DOCS=1");
    }
}
