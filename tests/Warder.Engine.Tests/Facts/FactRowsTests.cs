using System.Text.Json;
using Warder.Engine.Facts;

namespace Warder.Engine.Tests.Facts;

/// <summary>What is read row by row is what the whole file says.</summary>
public sealed class FactRowsTests
{
    [Theory]
    [InlineData("actions.json", "actions", "action")]
    [InlineData("secret-names.json", "names", "pattern")]
    public void Every_row_is_found_by_its_key_in_any_case(string file, string list, string key)
    {
        using var whole = FactFile.Open(file);
        var rows = FactRows.Open(file, key);
        foreach (var row in whole.RootElement.GetProperty(list).EnumerateArray())
        {
            var name = row.GetProperty(key).GetString()!;
            FactRows.Read(rows.Find(name.ToUpperInvariant()), r => r.GetRawText()).ShouldBe(row.GetRawText());
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("!")]
    [InlineData("actions/nothing-of-this-name")]
    [InlineData("~~~")]
    public void Nothing_is_found_by_another_key(string key) => FactRows.Open("actions.json", "action").Find(key).IsEmpty.ShouldBeTrue();

    [Theory]
    [InlineData("actions.json", "actions", "action")]
    [InlineData("commands.json", "commands", "command")]
    [InlineData("permission-scopes.json", "permissions", "kind")]
    [InlineData("secret-names.json", "names", "pattern")]
    public void The_rows_are_all_there_are(string file, string list, string key)
    {
        using var whole = FactFile.Open(file);
        Rows(FactRows.Open(file, key)).ShouldBe(Texts(whole, list));
    }

    [Fact]
    public void So_are_those_that_are_lists()
    {
        using var whole = FactFile.Open("endpoints.json");
        Rows(FactRows.OpenLists("endpoints.json")).ShouldBe(Texts(whole, "operations"));
    }

    [Fact]
    public void A_command_is_known_by_each_of_its_names()
    {
        using var whole = FactFile.Open("commands.json");
        foreach (var row in whole.RootElement.GetProperty("commands").EnumerateArray())
        {
            foreach (var name in FactFile.Texts(row, "aliases").Prepend(row.GetProperty("command").GetString()!))
            {
                var facts = FactBase.Embedded.Commands.Of(name.Split(' ')[0]).Where(f => f.Name == name).ToList();
                facts.ShouldHaveSingleItem().Needs.Count.ShouldBe(row.GetProperty("needs").GetArrayLength());
            }
        }
    }

    [Fact]
    public void An_endpoint_is_found_by_its_method_and_path()
    {
        using var whole = FactFile.Open("endpoints.json");
        foreach (var row in whole.RootElement.GetProperty("operations").EnumerateArray().Where(r => !r[1].GetString()!.Contains('{', StringComparison.Ordinal)))
        {
            FactBase.Embedded.Api.FindPath(row[0].GetString()!, row[1].GetString()!).ShouldNotBeNull().Name.ShouldBe(row[2].GetString());
        }
    }

    private static List<string> Rows(FactRows rows)
    {
        var texts = new List<string>();
        foreach (var row in rows)
        {
            texts.Add(FactRows.Read(row, r => r.GetRawText()));
            FactRows.Read(rows.RowAt(rows.OffsetOf(row)), r => r.GetRawText()).ShouldBe(texts[^1]);
        }

        return texts;
    }

    private static List<string> Texts(JsonDocument whole, string list) => [.. whole.RootElement.GetProperty(list).EnumerateArray().Select(r => r.GetRawText())];
}
