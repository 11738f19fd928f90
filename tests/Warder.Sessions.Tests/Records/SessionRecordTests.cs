using Warder.Sessions.Processes;
using Warder.Sessions.Records;

namespace Warder.Sessions.Tests.Records;

public sealed class SessionRecordTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("warder-records-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_record_is_read_as_it_was_written()
    {
        var path = Path.Join(_root, "r.json");
        var record = new SessionRecord { SessionId = "s", StartTime = DateTimeOffset.UnixEpoch, Owner = ProcessIdentity.Own, Suites = [new SuiteEntry { Name = "a\nb", Process = ProcessIdentity.Own }] };
        record.Write(path);
        var read = SessionRecord.Read(path).ShouldNotBeNull();
        read.Owner.ShouldBe(ProcessIdentity.Own);
        read.Suites.ShouldBe(record.Suites);
        Directory.EnumerateFiles(_root).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"session_id\": 5}")]
    public void A_broken_record_is_none(string text)
    {
        var path = Path.Join(_root, "r.json");
        File.WriteAllText(path, text);
        SessionRecord.Read(path).ShouldBeNull();
    }

    [Fact]
    public void A_process_is_known_by_its_start_too()
    {
        ProcessIdentity.Own.IsAlive().ShouldBeTrue();
        (ProcessIdentity.Own with { Started = 1 }).IsAlive().ShouldBeFalse();
        (ProcessIdentity.Own with { Boot = "other" }).IsAlive().ShouldBeFalse();
        new ProcessIdentity(int.MaxValue, 1, ProcessIdentity.Own.Boot).IsAlive().ShouldBeFalse();
    }

    [Fact]
    public void Two_sessions_never_get_one_folder()
    {
        var logs = new LogFolders(_root, "logs");
        var now = new DateTimeOffset(2026, 3, 31, 23, 59, 59, TimeSpan.Zero);
        var opened = new (SessionFolder Folder, SessionLock Lock)[16];
        Parallel.For(0, opened.Length, i => opened[i] = SessionFolder.Open(logs, now, f => new SessionRecord { SessionId = f.Id, StartTime = now }));
        opened.Select(o => o.Folder.Id).Distinct(StringComparer.Ordinal).Count().ShouldBe(opened.Length);
        opened.ShouldAllBe(o => SessionRecord.Read(o.Folder.RecordFile)!.SessionId == o.Folder.Id);
        SessionLock.Take(opened[0].Folder.LockFile).ShouldBeNull();
        foreach (var (_, held) in opened)
        {
            held.Dispose();
        }

        using var taken = SessionLock.Take(opened[0].Folder.LockFile);
        taken.ShouldNotBeNull();
    }
}
