using System.Text.Json;
using Warder.Engine.Facts;
using Warder.Pipelines;
using Warder.Testing;

namespace Warder.Engine.Tests.Facts;

/// <summary>
/// Holds the facts against <c>action-table.jsonl</c>: a hundred actions drawn at random from the 300 most used of 59 public
/// repositories, each answered from its documentation by readers who had not seen our entries. <c>first</c> says where our entry was
/// wrong or missing when the table was made, <c>difference</c> why it still says something else.
/// </summary>
public sealed class ActionTableTests
{
    private static readonly string Table = Path.Join(RepositoryRoot.Path, "tests/Warder.Engine.Tests/Facts/action-table.jsonl");

    public static TheoryData<string> Rows() => [.. File.ReadLines(Table)];

    [Fact]
    public void The_table_has_a_hundred_actions() => Rows().Count.ShouldBe(100);

    [Theory]
    [MemberData(nameof(Rows))]
    public void An_entry_says_what_the_documentation_says(string row)
    {
        using var document = JsonDocument.Parse(row);
        var answer = document.RootElement;
        var entry = FactBase.Embedded.Actions.Find(answer.GetProperty("action").GetString()!).ShouldNotBeNull();
        var ours = Highest(entry.Needs.Select(n => (n.Permission, n.Level)));

        // Where one of several permissions serves, documentation may name another one, or all.
        var withOthers = Highest(entry.Needs.SelectMany(n => n.Or.Append(n.Permission).Select(p => (p, n.Level))));
        var theirs = Highest(answer.GetProperty("needs").EnumerateArray().Select(n =>
            (n.GetProperty("permission").GetString()!, n.GetProperty("level").GetString() == "write" ? GrantLevel.Write : GrantLevel.Read)));

        if (answer.TryGetProperty("difference", out _))
        {
            // A difference that is gone must leave the table.
            ours.ShouldNotBe(theirs);
        }
        else
        {
            theirs.ShouldBeOneOf(ours, withOthers);
        }
    }

    private static string Highest(IEnumerable<(string Permission, GrantLevel Level)> needs) =>
        string.Join(", ", needs.GroupBy(n => n.Permission, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key}: {g.Max(n => n.Level)}"));
}
