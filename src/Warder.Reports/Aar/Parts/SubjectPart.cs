using System.Text.Json.Nodes;
using Warder.Engine.Activity;
using Warder.Reports.Templates;

namespace Warder.Reports.Aar.Parts;

/// <summary>The issue or pull request that a report is about.</summary>
internal static class SubjectPart
{
    public static JsonObject Of(AarFacts facts)
    {
        var subject = facts.Subject!;
        var most = facts.Head.Most;
        var isAutomation = AutomationPart.FilterOf(facts.Validation.Audit);
        var files = subject.Files ?? [];
        var touched = files.Where(f => isAutomation(f.Path) || (f.Before is { } before && isAutomation(before))).ToList();
        return new JsonObject
        {
            ["number"] = subject.Number,
            ["from_forge"] = subject.IsFromForge,
            ["note"] = subject.Because,
            ["title"] = subject.Title,
            ["state"] = subject.State,
            ["author"] = subject.Author,
            ["created"] = ModelText.Time(subject.Created),
            ["closed"] = ModelText.Time(subject.Closed),
            ["open_hours"] = ModelText.Hours(subject.Closed - subject.Created),
            ["labels"] = ModelText.Texts(subject.Labels),
            ["base"] = subject.Base,
            ["merge_commit"] = subject.MergeCommit,
            ["files_known"] = subject.Files is not null,
            ["files"] = files.Count,
            ["added"] = files.Sum(f => (long)(f.Added ?? 0)),
            ["deleted"] = files.Sum(f => (long)(f.Deleted ?? 0)),
            ["changed_files"] = ModelText.List(files.OrderByDescending(Churn).ThenBy(f => f.Path, StringComparer.Ordinal), GitPart.ChangeOf, most),
            ["automation_files"] = ModelText.List(touched.OrderBy(f => f.Path, StringComparer.Ordinal), GitPart.ChangeOf),
            ["commits"] = subject.Commits.Count,
            ["commit_authors"] = ModelText.Texts(subject.Commits.Select(c => c.Author).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)),
            ["closing"] = ModelText.Texts(subject.Closing.Select(GitPart.Short)),
            ["commit_list"] = ModelText.List(subject.Commits, GitPart.CommitOf, most),
        };
    }

    private static long Churn(FileChange file) => (long)(file.Added ?? 0) + (file.Deleted ?? 0);
}
