using System.Text;
using Warder.Engine.Hygiene;

namespace Warder.Engine.Setup;

/// <summary>Plans entries in the ignore files: Warder's own reports, and the patterns of sensitive files.</summary>
internal static class IgnoreSetup
{
    private const string GitIgnore = ".gitignore";

    public static IEnumerable<SetupItem> Plan(SetupScene scene)
    {
        if (scene.Git is not { } git)
        {
            yield return new SetupItem(SetupPart.Ignore, SetupDeed.ByHand, GitIgnore, "this is no git repository; after 'git init', run this again");
            yield break;
        }

        var (files, policy) = (scene.Audit.Repository.Files, scene.Audit.Repository.Policy);
        var logs = LogLines(git, policy.Guard.Logs);
        var states = new PotatoCheck(files, policy.Potato, git).Run();
        foreach (var state in states)
        {
            var lines = state.File.Path == GitIgnore ? logs : [];
            logs = state.File.Path == GitIgnore ? [] : logs;
            yield return ItemFor(state.File, state.Exists, lines, [.. state.Missing.Select(m => m.Pattern)], policy.Potato.Allowed);
        }

        if (logs.Count > 0)
        {
            yield return ItemFor(new IgnoreFile(GitIgnore, IgnoreSyntax.Git, IsRequired: false), files.Exists(GitIgnore), logs, [], []);
        }
    }

    /// <summary>The lines that keep reports out of git: the folder, or only what Warder writes there where git tracks files of it.</summary>
    private static IReadOnlyList<string> LogLines(IGitFacts git, string folder)
    {
        string[] probes = [$"{folder}/token-audit/enforcement-validation-report.md", $"{folder}/token_policy_enforcement_20260101_000000.log"];
        if (git.AskIgnored(probes).All(v => v.IsIgnoredByRepository))
        {
            return [];
        }

        return git.Files(withUntracked: false).Any(f => f.Path.StartsWith(folder + "/", StringComparison.Ordinal))
            ? [$"/{folder}/token-audit/", $"/{folder}/token_policy_enforcement_*.log", $"/{folder}/temp/", $"/{folder}/archive/"]
            : [$"/{folder}/"];
    }

    private static SetupItem ItemFor(IgnoreFile file, bool exists, IReadOnlyList<string> lines, IReadOnlyList<ProtectedPattern> patterns, IReadOnlyList<PathPattern> allowed)
    {
        if (lines.Count == 0 && patterns.Count == 0)
        {
            return new SetupItem(SetupPart.Ignore, SetupDeed.Keep, file.Path, "keeps reports and sensitive files out");
        }

        var what = new List<string>(2);
        if (lines.Count > 0)
        {
            what.Add(string.Join(", ", lines));
        }

        if (patterns.Count > 0)
        {
            what.Add(patterns.Count == 1 ? "1 protected pattern" : $"{patterns.Count} protected patterns");
        }

        return new SetupItem(
            SetupPart.Ignore,
            exists ? SetupDeed.Add : SetupDeed.Create,
            file.Path,
            string.Join(" and ", what),
            before => ProtectedBlock.Add(WithLines(before, lines), file.Syntax, patterns, allowed));
    }

    private static byte[] WithLines(byte[] before, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
        {
            return before;
        }

        var end = before.AsSpan().IndexOf("\r\n"u8) >= 0 ? "\r\n" : "\n";
        var text = new StringBuilder();
        if (before.Length > 0)
        {
            text.Append(before[^1] == '\n' ? end : end + end);
        }

        foreach (var line in (IEnumerable<string>)["# Reports of Warder", .. lines])
        {
            text.Append(line).Append(end);
        }

        return [.. before, .. Encoding.UTF8.GetBytes(text.ToString())];
    }
}
