using System.Text.Json;
using Warder.Engine.Facts;
using Warder.Pipelines;
using Warder.Testing;

namespace Warder.Engine.Tests.Facts;

/// <summary>
/// Holds the facts against <c>action-table.jsonl</c>: actions drawn at random, a hundred at a time, each answered from its documentation
/// by readers who had not seen our entries. The first draw is from the 300 actions that 59 public repositories use most, the second from the
/// 300 that 217 use most, without those of the first; one of it can be read nowhere and is left out. <c>first</c> says where our entry was
/// wrong or missing when the two were first compared, <c>difference</c> why it still says something else.
/// </summary>
public sealed class ActionTableTests
{
    private static readonly string Table = Path.Join(RepositoryRoot.Path, "tests/Warder.Engine.Tests/Facts/action-table.jsonl");

    public static TheoryData<string> Rows() => [.. File.ReadLines(Table)];

    [Fact]
    public void The_table_has_both_draws() => Rows().Count.ShouldBe(199);

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
