using CsCheck;
using Warder.Engine.Registry;
using Warder.Engine.Rotation;
using Warder.Syntax;

namespace Warder.Engine.Tests.Rotation;

public sealed class RotationRecordTests
{
    private const string Day = "2026-03-31";

    [Theory]
    [InlineData("ci:\n  a:\n    token: A_KEY # kept\n    purpose: x\n", "ci:\n  a:\n    token: A_KEY # kept\n    rotated: 2026-03-31\n    purpose: x\n")]
    [InlineData("ci:\n  a:\n    token: A_KEY\n    rotated: 2025-01-01 # by hand\n", "ci:\n  a:\n    token: A_KEY\n    rotated: 2026-03-31 # by hand\n")]
    [InlineData("ci:\r\n  a:\r\n    token: A_KEY\r\n", "ci:\r\n  a:\r\n    token: A_KEY\r\n    rotated: 2026-03-31\r\n")]
    [InlineData("github_tokens:\n  A_KEY:\n    purpose: x\n    role: y\n", "github_tokens:\n  A_KEY:\n    purpose: x\n    rotated: 2026-03-31\n    role: y\n")]
    [InlineData("ci:\n  a:\n    token: A_KEY", "ci:\n  a:\n    token: A_KEY\n    rotated: 2026-03-31")]
    [InlineData("ci:\n  - token: A_KEY\n    purpose: x\n", "ci:\n  - token: A_KEY\n    rotated: 2026-03-31\n    purpose: x\n")]
    public void The_day_is_written_and_every_other_byte_stays(string before, string after) => Written(before, evidence: null).ShouldBe(after);

    [Fact]
    public void Evidence_is_text_whatever_is_in_it() =>
        Written("ci:\n  a:\n    token: A_KEY\n", "\"x\": #1 \\ y\nz").ShouldBe("ci:\n  a:\n    token: A_KEY\n    rotated: 2026-03-31\n    rotation_evidence: \"\\\"x\\\": #1 \\\\ y z\"\n");

    [Theory]
    [InlineData("ci: {a: {token: A_KEY}}\n")]
    [InlineData("ci:\n  a: &x\n    token: A_KEY\n  b: *x\n")]
    [InlineData("ci:\n  a:\n    token: A_KEY\nci:\n  a:\n    token: A_KEY\n")]
    public void A_shape_without_a_safe_place_is_refused(string before) => Written(before, evidence: null).ShouldBeNull();

    [Fact]
    public void Recording_twice_is_recording_once() => Gen.Select(Gen.Int[1, 4], Gen.Int[0, 3], Gen.String[Gen.Char['!', '~'], 1, 30]).Sample((tokens, at, evidence) =>
    {
        var text = "ci:\n" + string.Concat(Enumerable.Range(0, tokens).Select(i => $"  t{i}:\n    token: KEY_{i}\n    purpose: p{i}\n"));
        var registry = Read(text);
        var entry = registry.Entries[at % tokens];
        var once = RotationRecord.Write(registry, entry, Day, evidence)!;
        var again = Read(once);
        again.Find(entry.Name)!.Rotated.ShouldBe(new DateOnly(2026, 3, 31));
        again.Find(entry.Name)!["rotation_evidence"].ShouldBe(evidence);
        RotationRecord.Write(again, again.Find(entry.Name)!, Day, evidence).ShouldBe(once);
    });

    private static string? Written(string before, string? evidence) => Read(before) is var registry ? RotationRecord.Write(registry, registry.Find("A_KEY")!, Day, evidence) : null;

    private static TokenRegistry Read(string text) => RegistryReader.Read(new SourceText("tokens.yaml", text));
}
