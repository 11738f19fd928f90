using Warder.Engine.Activity;

namespace Warder.Engine.Tests.Activity;

public sealed class ActivityReportTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Nothing_comes_to_nothing()
    {
        var report = ActivityReport.Of([]);

        report.Authors.ShouldBeEmpty();
        report.Files.ShouldBeEmpty();
        report.Rhythm.MedianBetween.ShouldBeNull();
        report.Rhythm.ByWeek.ShouldBeEmpty();
    }

    [Fact]
    public void Authors_are_counted_and_bots_told_apart()
    {
        var report = ActivityReport.Of(
        [
            Commit("d", 3, author: "renovate[bot]"),
            Commit("c", 2, author: "Ada", files: new FileChange("a", null, 5, 2)),
            Commit("b", 1, author: "Ada"),
            Commit("a", 0, author: "Bert the robot"),
        ]);

        report.Authors.Select(a => (a.Name, a.Commits, a.IsBot)).ShouldBe([("Ada", 2, false), ("Bert the robot", 1, false), ("renovate[bot]", 1, true)]);
        report.ByBots.ShouldBe(1);
        (report.Added, report.Deleted).ShouldBe((5, 2));
    }

    [Fact]
    public void A_renamed_file_counts_under_its_newest_name()
    {
        var report = ActivityReport.Of(
        [
            Commit("d", 3, files: new FileChange("c.txt", "b.txt", 0, 0)),
            Commit("c", 2, files: [new FileChange("b.txt", "a.txt", 1, 1), new FileChange("a.txt", null, 7, 0)]),
            Commit("b", 1, author: "Bert", files: new FileChange("a.txt", null, 3, 0)),
            Commit("a", 0, files: new FileChange("pic.png", null, null, null)),
        ]);

        report.Files.Select(f => (f.Path, f.Commits, f.Authors, f.Added)).ShouldBe([("c.txt", 3, 2, 4), ("a.txt", 1, 1, 7), ("pic.png", 1, 1, 0)]);
        report.BinaryChanges.ShouldBe(1);
    }

    [Fact]
    public void Reverts_name_what_they_take_back_and_how_late()
    {
        var id = new string('a', 40);
        var report = ActivityReport.Of(
        [
            Commit("e", 4, subject: "Revert \"Two\""),
            Commit("d", 3, subject: "Undo", body: "This reverts commit 0123456789abcdef, which was wrong."),
            Commit("c", 2, subject: "Revert \"One\"", body: $"This reverts commit {id}.\n"),
            Commit("b", 1, subject: "Reverting is a word"),
            Commit(id, 0, subject: "One"),
        ]);

        report.Reverts.Select(r => (r.Commit.Id, r.Reverted, r.After)).ShouldBe([("e", null, null), ("d", "0123456789abcdef", null), ("c", id, TimeSpan.FromHours(2))]);
    }

    [Fact]
    public void The_rhythm_is_in_utc_and_knows_weeks_without_a_commit()
    {
        var late = new DateTimeOffset(2026, 3, 22, 23, 30, 0, TimeSpan.FromHours(-5));
        var rhythm = CommitRhythm.Of([Commit("c", 0) with { Committed = late }, Commit("b", 4), Commit("a", 0)]);

        rhythm.ByWeek.ShouldBe([(new DateOnly(2026, 3, 2), 2), (new DateOnly(2026, 3, 9), 0), (new DateOnly(2026, 3, 16), 0), (new DateOnly(2026, 3, 23), 1)]);
        rhythm.ByWeekday.ShouldBe([3, 0, 0, 0, 0, 0, 0]);
        rhythm.ActiveDays.ShouldBe(2);
        rhythm.LongestGap.ShouldBe(late - Start.AddHours(4));
        rhythm.MeanBetween.ShouldBe((late - Start) / 2);
    }

    [Theory]
    [InlineData("Merge pull request #12 from a/b", 12)]
    [InlineData("Mend the gate (#7)", 7)]
    [InlineData("Mend the gate (#7) again", null)]
    [InlineData("Mend #7", null)]
    [InlineData("Merge branch 'main' into x", null)]
    [InlineData("Numbers (#99999999999)", null)]
    [InlineData("Revert \"Mend the gate (#7)\" (#8)", 8)]
    public void Pull_requests_are_read_from_subjects(string subject, int? number) => ForgeReference.PullRequestOf(Commit("a", 0, subject: subject)).ShouldBe(number);

    [Theory]
    [InlineData("See #12", true, false)]
    [InlineData("Fixes #12.", true, true)]
    [InlineData("fix: closes: #12", true, true)]
    [InlineData("Prefixes #12", true, false)]
    [InlineData("See #123 and other/name#12", false, false)]
    [InlineData("See #123, then #12", true, false)]
    [InlineData("colour ##12", false, false)]
    public void Mentions_are_whole_numbers(string body, bool mentions, bool closes)
    {
        var commit = Commit("a", 0, body: body);

        ForgeReference.Mentions(commit, 12).ShouldBe(mentions);
        ForgeReference.Closes(commit, 12).ShouldBe(closes);
    }

    private static CommitFact Commit(string id, int hour, string author = "Ada", string subject = "A change", string body = "", params FileChange[] files) => new()
    {
        Id = id,
        Parents = [],
        Author = author,
        Authored = Start.AddHours(hour),
        Committed = Start.AddHours(hour),
        Subject = subject,
        Body = body,
        Files = files,
    };
}
