using Warder.Engine;
using Warder.Engine.Auditing;
using Warder.Engine.Rules;
using Warder.Reports.Text;

namespace Warder.Reports.Health;

/// <summary>Everything that was decided about one file.</summary>
public static class FileTrace
{
    /// <summary>The lines, in which nothing of the repository can steer a terminal.</summary>
    /// <param name="audit">An audit of the repository.</param>
    /// <param name="path">The file, relative to the repository.</param>
    public static IReadOnlyList<string> Of(AuditResult audit, string path) => [.. Lines(audit, path).Select(PlainText.OneLine)];

    private static List<string> Lines(AuditResult audit, string path)
    {
        var (repository, policy) = (audit.Repository, audit.Repository.Policy);
        var kind = new FileClassifier(repository.Facts.AgentDocuments).Classify(path);
        var lines = new List<string> { $"{path}: by its path this is {WordOf(kind)}" };
        if (policy.Ignore.FirstOrDefault(p => p.Matches(path)) is { } ignored)
        {
            lines.Add($"not looked at: `ignore` of the policy has {ignored.Text}");
        }

        Add(lines, PathPattern.AnyMatches(policy.IncludedScripts, path), "taken for a script: `scripts.include` of the policy");
        Add(lines, PathPattern.AnyMatches(policy.ExcludedScripts, path), "not taken for a script: `scripts.exclude` of the policy");
        Add(lines, PathPattern.AnyMatches(policy.IncludedDocuments, path), "taken for a document for agents: `documents.include` of the policy");
        Add(lines, !repository.Files.Paths.Contains(path, StringComparer.Ordinal), "not among the listed files: it lies in a folder that is left out, behind a link, or git ignores its folder");
        Add(lines, repository.Registry?.Source.Path == path, "this is the registry");
        Add(lines, policy.Source?.Path == path, "this is the policy");
        lines.AddRange(audit.Diagnostics.Where(d => d.Path == path).Select(d => $"not looked at: {d.Message} ({d.Code})"));
        foreach (var use in audit.Uses.Where(u => u.Path == path))
        {
            var entry = repository.Registry?.Find(use.Token);
            lines.Add($"{use.Start}: {(use.Explicit ? "uses" : "is given")} {use.Token.Name} ({Words.Of(use.Scope)}{(use.Job is { Length: > 0 } job ? $", job {job}" : "")}{(use.Consumer is { } consumer ? $", to {consumer}" : "")}); {(entry is null ? "not registered" : entry.Status.ToString().ToLowerInvariant())}");
        }

        lines.AddRange(audit.Unknowns.Where(u => u.Path == path).Select(u => $"{u.Position}: {u.Subject} unknown, because {u.Because}"));
        lines.AddRange(audit.Findings.Where(f => f.Location.Path == path).Select(f => $"{f.Location.Start}: {f.Rule.Slug}: {f.Message}"));
        lines.AddRange(audit.Suppressed.Where(s => s.Finding.Location.Path == path).Select(s => $"{s.Finding.Location.Start}: {s.Finding.Rule.Slug} hidden ({s.By.ToString().ToLowerInvariant()}): {s.Reason ?? "without a reason"}"));
        var off = RuleCatalogue.All.Where(r => policy.IsOff(r.Descriptor)).Select(r => r.Descriptor.Slug).ToList();
        Add(lines, off.Count > 0, $"rules that the policy switches off: {string.Join(", ", off)}");
        var asked = RuleCatalogue.All.Where(r => r.Descriptor.Start != RuleStart.Audit && !policy.IsAsked(r.Descriptor)).Select(r => r.Descriptor.Slug);
        lines.Add($"rules that an audit does not run unless asked: {string.Join(", ", asked)}");
        return lines;
    }

    private static void Add(List<string> lines, bool holds, string line)
    {
        if (holds)
        {
            lines.Add(line);
        }
    }

    private static string WordOf(FileKind kind) => kind switch
    {
        FileKind.Workflow => "a workflow",
        FileKind.Action => "an action",
        FileKind.Document => "a document for agents",
        FileKind.Configuration => "a configuration of an agent",
        FileKind.Script => "a script",
        _ => "nothing that uses tokens",
    };
}
