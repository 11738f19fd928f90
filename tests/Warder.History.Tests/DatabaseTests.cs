using Warder.History.Reading;
using Warder.History.Recording;

namespace Warder.History.Tests;

public sealed class DatabaseTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    [Fact]
    public void A_newer_schema_is_refused_in_one_line()
    {
        using var file = new HistoryFile();
        file.Database.Write(() => file.Database.Sql.Run("insert into warder_schema (version) values (@p0)", 99));
        Should.Throw<HistoryException>(() => HistoryDatabase.Open(file.Path)).Message.ShouldEndWith("has schema 99, and this Warder knows schema 1: use a newer Warder.");
        Should.Throw<HistoryException>(() => HistoryDatabase.OpenExisting(file.Path)).Message.ShouldNotContain("\n");
    }

    [Fact]
    public void What_is_no_database_is_refused()
    {
        using var file = new HistoryFile();
        var other = file.Path + ".txt";
        File.WriteAllText(other, new string('x', 5000));
        Should.Throw<HistoryException>(() => HistoryDatabase.Open(other)).Message.ShouldContain("cannot be used");
        File.ReadAllText(other).ShouldBe(new string('x', 5000));
        HistoryDatabase.OpenExisting(file.Path + ".none").ShouldBeNull();
        File.Exists(file.Path + ".none").ShouldBeFalse();
    }

    [Fact]
    public void A_locked_database_is_waited_for_and_then_said()
    {
        using var file = new HistoryFile();
        using var other = HistoryDatabase.Open(file.Path, patience: 1);
        file.Database.Write(() => Should.Throw<HistoryException>(() => new RunRecorder(other, Runs.Main).Record(Runs.Of(1))).Message.ShouldContain("kept by another writer"));
        new RunRecorder(other, Runs.Main).Record(Runs.Of(1));
    }

    [Fact]
    public void A_locked_server_is_waited_for_and_then_said()
    {
        using var one = HistoryDatabase.Open(server.Connection);
        using var other = HistoryDatabase.Open(server.Connection, patience: 1);
        var track = Runs.Main with { Repository = "locked" };
        one.Write(() => Should.Throw<HistoryException>(() => new RunRecorder(other, track).Record(Runs.Of(1) with { Key = "locked" })).Message.ShouldContain("kept by another writer"));
        new RunRecorder(other, track).Record(Runs.Of(1) with { Key = "locked" });
    }

    [Theory]
    [InlineData("Host=/nowhere;Username=x;Password=hidden-word", "cannot be used")]
    [InlineData("Host=x;NoSuchKey=hidden-word", "is not understood")]
    [InlineData("postgres://u:hidden-word@localhost:1/db", "cannot be used")]
    public void A_server_that_is_not_there_is_said_without_its_password(string connection, string because)
    {
        var wrong = Should.Throw<HistoryException>(() => HistoryDatabase.Open(connection));
        wrong.Message.ShouldContain(because);
        wrong.Message.ShouldNotContain("hidden-word");
        wrong.Message.ShouldNotContain("\n");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Writers_at_once_lose_nothing_and_see_each_other(bool onServer)
    {
        using var file = new HistoryFile();
        var place = onServer ? server.Connection : file.Path;
        var track = Runs.Main with { Repository = "many" };
        var writers = Enumerable.Range(0, 4).Select(w => Task.Run(() =>
        {
            using var history = HistoryDatabase.Open(place);
            var recorder = new RunRecorder(history, track);
            for (var i = 0; i < 15; i++)
            {
                recorder.Record(Runs.Of((w * 100) + i, Runs.Finding($"{w}"), Runs.Finding("all")) with { Uses = [Runs.Use($"{w}")] });
            }
        })).ToArray();
        await Task.WhenAll(writers);
        using var database = HistoryDatabase.Open(place);
        var reader = new HistoryReader(database);
        var runs = reader.Runs(new RunFilter("many"));
        runs.Count.ShouldBe(60);
        runs.Select(r => r.Seq).Order().ShouldBe(Enumerable.Range(1, 60).Select(i => (long)i));
        foreach (var run in runs)
        {
            var w = int.Parse(run.Key) / 100;
            reader.FindingsAt(run).Select(f => f.Fingerprint).Order().ShouldBe(new[] { $"{w}@a.yml", "all@a.yml" }.Order());
            reader.UsesAt(run).ShouldHaveSingleItem().Token.ShouldBe($"{w}");
        }
    }
}
