using CsCheck;
using Warder.Engine.Policy;
using Warder.Reports.Documents;
using Warder.Testing;

namespace Warder.Reports.Tests.Documents;

/// <summary>What people write into the documents stays as it is.</summary>
public sealed class KeptPartsTests
{
    private const string Registry = """
        bots:
          one: { token: ONE_TOKEN, bot_identity: one-bot, purpose: One thing., permissions: [contents:read] }
          two: { token: TWO_TOKEN, bot_identity: two-bot, purpose: Another., permissions: [issues:write] }

        """;

    private static readonly Gen<string> Words = Gen.Char[" \t\r\n<!->#`|*-_[]wardekp:énd😀\u2028\0"].Array[0, 60].Select(c => new string(c))
        .Select(t => t.Contains("<!-- warder:", StringComparison.Ordinal) || char.IsLowSurrogate(t.FirstOrDefault()) ? "" : t)
        .Select(t => t.Length == 0 || t.EndsWith('\n') ? t : t + "\n");

    [Fact]
    public void Any_words_in_a_part_survive_byte_for_byte() => Gen.Select(Words, Words, Gen.Bool).Sample((intro, note, crlf) =>
    {
        var fresh = Make(Registry, present: null).Text!;
        var newLine = crlf ? "\r\n" : "\n";
        var written = Put(Put(fresh, "introduction", intro), "notes-one_token", note);
        written = crlf ? ToCrlf(written, intro, note) : written;
        var again = Make(Registry, written);
        again.Text.ShouldBe(written);
        var parts = KeptParts.Read(again.Text!, DocumentKind.Matrix, out _)!;
        parts.Find("introduction").ShouldBe(intro);
        parts.Find("notes-one_token").ShouldBe(note);
        parts.NewLine.ShouldBe(newLine);
    }, iter: 200);

    [Fact]
    public void The_note_of_a_token_that_is_gone_moves_to_the_end_and_back()
    {
        var written = Put(Make(Registry, present: null).Text!, "notes-two_token", "Ask **Ada**.\n");
        var without = Make(Registry.Split("  two:")[0], written).Text!;
        without.ShouldEndWith("## Kept from before\n\n<!-- warder:keep notes-two_token -->\nAsk **Ada**.\n<!-- warder:end notes-two_token -->\n");
        without.ShouldNotContain("TWO_TOKEN", Case.Sensitive);
        Make(Registry.Split("  two:")[0], without).HasDrifted.ShouldBeFalse();
        Make(Registry, without).Text.ShouldBe(written);
    }

    [Fact]
    public void What_stands_before_our_mark_stays()
    {
        var written = "\uFEFF---\ntitle: Ours\n---\n\n" + Make(Registry, present: null).Text!;
        Make(Registry, written).Text.ShouldBe(written);
    }

    [Theory]
    [InlineData("<!-- warder:end introduction -->\n", "", "has no line")]
    [InlineData("<!-- warder:keep introduction -->\n", "", "begins nowhere")]
    [InlineData("<!-- warder:keep contacts -->\n", "<!-- warder:keep introduction -->\nx\n<!-- warder:end introduction -->\n<!-- warder:keep contacts -->\n", "is there twice")]
    public void A_part_that_cannot_be_told_apart_is_a_problem_and_nothing_is_lost(string line, string instead, string problem)
    {
        var broken = Make(Registry, present: null).Text!.Replace(line, instead, StringComparison.Ordinal);
        var made = Make(Registry, broken);
        made.Text.ShouldBeNull();
        made.Problem!.ShouldContain(problem);
    }

    [Fact]
    public void A_file_of_somebody_else_is_refused_or_adopted_whole()
    {
        const string Theirs = "---\ntitle: Tokens\n---\n# Our tokens\n<!-- warder:end adopted -->\nno line end";
        Make(Registry, Theirs).Problem!.ShouldContain("--adopt");
        var adopted = Make(Registry, Theirs, adopts: true).Text!;
        adopted.ShouldStartWith("---\ntitle: Tokens\n---\n\n<!-- warder:document matrix -->\n");
        adopted.ShouldEndWith("<!-- warder:keep adopted-2 -->\n# Our tokens\n<!-- warder:end adopted -->\nno line end\n<!-- warder:end adopted-2 -->\n");
        Make(Registry, adopted, adopts: true).HasDrifted.ShouldBeFalse();
    }

    private static string Put(string text, string name, string words) =>
        text.Replace($"{KeptParts.BeginOf(name)}\n\n", $"{KeptParts.BeginOf(name)}\n{words}", StringComparison.Ordinal);

    private static string ToCrlf(string text, string intro, string note)
    {
        var parts = new[] { ("introduction", intro), ("notes-one_token", note) };
        var ours = text;
        foreach (var (name, words) in parts)
        {
            ours = ours.Replace($"{KeptParts.BeginOf(name)}\n{words}", $"{KeptParts.BeginOf(name)}\n@{name}@", StringComparison.Ordinal);
        }

        ours = ours.Replace("\n", "\r\n", StringComparison.Ordinal);
        return parts.Aggregate(ours, (t, p) => t.Replace($"@{p.Item1}@", p.Item2, StringComparison.Ordinal));
    }

    private static GeneratedDocument Make(string registry, string? present, bool adopts = false)
    {
        var files = new MemoryFiles().With(".codex/tokens/token_scope_map.yaml", registry);
        var options = new DocumentOptions
        {
            Present = p => p == GeneratedDocs.Default.MatrixPath ? present : null,
            Kinds = [DocumentKind.Matrix],
            Formats = [DocumentFormat.Markdown],
            Adopts = adopts,
        };
        return GeneratedDocuments.For(AuditRunner.Run(files), options).Single();
    }
}
