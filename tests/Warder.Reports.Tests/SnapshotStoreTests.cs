using Warder.Testing;

namespace Warder.Reports.Tests;

public sealed class SnapshotStoreTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "warder-snapshots-" + Guid.NewGuid().ToString("n"));

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Fact]
    public void A_text_without_a_snapshot_is_received_and_refused()
    {
        Should.Throw<SnapshotMismatchException>(() => Store().Match("A.B", "x\r\n"));
        File.ReadAllText(Path.Combine(_folder, "A.B.received.txt")).ShouldBe("x\n");
        File.Exists(Path.Combine(_folder, "A.B.txt")).ShouldBeFalse();
    }

    [Fact]
    public void Updating_takes_the_text_and_the_same_text_matches()
    {
        Store(update: true).Match("A.B", "x\n");
        Store().Match("A.B", "x\r\n");
        File.Exists(Path.Combine(_folder, "A.B.received.txt")).ShouldBeFalse();
    }

    [Fact]
    public void A_difference_is_shown_line_by_line()
    {
        Store(update: true).Match("A.B", "1\n2\n3\n4\n5\n6\n");
        var problem = Should.Throw<SnapshotMismatchException>(() => Store().Match("A.B", "1\n2\n3\n4\nfive\n6\n"));
        problem.Message.ShouldContain("@@ -2 +2 @@\n 2\n 3\n 4\n-5\n+five\n 6\n");
    }

    [Fact]
    public void A_build_server_rewrites_nothing()
    {
        Should.Throw<InvalidOperationException>(() => Store(update: true, isCi: true).Match("A.B", "x"));
        Directory.Exists(_folder).ShouldBeFalse();
    }

    [Fact]
    public void A_snapshot_without_its_test_is_unclaimed()
    {
        foreach (var name in new[] { "A.B", "A.Gone", "A.B.Wide", "A.B.Tall", "Z.B" })
        {
            Store(update: true).Match(name, "x");
        }

        File.WriteAllText(Path.Combine(_folder, "A.cs"), "public void B() => Snapshot.Match(x, \"Wide\");");
        Store().Unclaimed(_folder).ShouldBe(["A.B.Tall", "A.Gone", "Z.B"]);
    }

    private SnapshotStore Store(bool update = false, bool isCi = false) => new(_folder, update, isCi);
}
