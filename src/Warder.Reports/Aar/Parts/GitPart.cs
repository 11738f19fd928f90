using System.Text.Json.Nodes;
using Warder.Engine.Activity;
using Warder.Reports.Templates;

namespace Warder.Reports.Aar.Parts;

/// <summary>What git tells of the days looked at.</summary>
internal static class GitPart
{
    private const int ShortId = 10;

    // A list of thousands of files says no more to anybody.
    private const int MostFiles = 100;

    public static JsonObject Of(AarFacts facts)
    {
        var most = facts.Head.Most;
        var report = facts.Activity ?? ActivityReport.Of([]);
        var rhythm = report.Rhythm;
        return new JsonObject
        {
            ["known"] = facts.Activity is not null,
            ["note"] = facts.GitNote,
            ["shallow"] = facts.IsShallow,
            ["boundaries"] = report.Boundaries,
            ["commits"] = report.Commits.Count,
            ["merges"] = report.Merges,
            ["authors"] = report.Authors.Count(a => !a.IsBot),
            ["bots"] = report.Authors.Count(a => a.IsBot),
            ["commits_by_bots"] = report.ByBots,
            ["added"] = report.Added,
            ["deleted"] = report.Deleted,
            ["files"] = report.Files.Count,
            ["binary_changes"] = report.BinaryChanges,
            ["active_days"] = rhythm.ActiveDays,
            ["first"] = report.Commits.Count == 0 ? null : ModelText.Time(report.Commits.Min(c => c.Committed)),
            ["last"] = report.Commits.Count == 0 ? null : ModelText.Time(report.Commits.Max(c => c.Committed)),
            ["median_hours_between"] = ModelText.Hours(rhythm.MedianBetween),
            ["mean_hours_between"] = ModelText.Hours(rhythm.MeanBetween),
            ["longest_gap_hours"] = ModelText.Hours(rhythm.LongestGap),
            ["pull_requests"] = report.PullRequests.Count,
            ["pull_request_numbers"] = ModelText.List(report.PullRequests, n => (JsonNode)n, most),
            ["reverts"] = report.Reverts.Count,
            ["reverted"] = ModelText.List(report.Reverts, RevertOf, most),
            ["by_author"] = ModelText.List(report.Authors, AuthorOf, most),
            ["hot_spots"] = ModelText.List(report.Files, FileOf, Math.Min(most, MostFiles)),
            ["by_week"] = ModelText.List(facts.Head.Mode == AarMode.Minimal ? [] : rhythm.ByWeek, w => new JsonObject { ["monday"] = ModelText.Day(w.Monday), ["commits"] = w.Commits }),
            ["by_weekday"] = ModelText.List(rhythm.ByWeekday, n => (JsonNode)n),
        };
    }

    /// <summary>A commit as lists of them tell it.</summary>
    public static JsonObject CommitOf(CommitFact commit) => new()
    {
        ["id"] = Short(commit.Id),
        ["time"] = ModelText.Time(commit.Committed),
        ["author"] = commit.Author,
        ["subject"] = commit.Subject,
    };

    public static string Short(string id) => id.Length > ShortId ? id[..ShortId] : id;

    /// <summary>A file that changed, in one commit or several.</summary>
    public static JsonObject ChangeOf(FileChange file) => new()
    {
        ["path"] = file.Path,
        ["before"] = file.Before,
        ["added"] = file.Added,
        ["deleted"] = file.Deleted,
    };

    private static JsonObject RevertOf(RevertFact revert)
    {
        var model = CommitOf(revert.Commit);
        model["reverted"] = revert.Reverted is { } id ? Short(id) : null;
        model["hours_after"] = ModelText.Hours(revert.After);
        return model;
    }

    private static JsonObject AuthorOf(AuthorActivity author) => new()
    {
        ["name"] = author.Name,
        ["bot"] = author.IsBot,
        ["commits"] = author.Commits,
        ["added"] = author.Added,
        ["deleted"] = author.Deleted,
    };

    private static JsonObject FileOf(HotSpot file) => new()
    {
        ["path"] = file.Path,
        ["commits"] = file.Commits,
        ["authors"] = file.Authors,
        ["added"] = file.Added,
        ["deleted"] = file.Deleted,
    };
}
