using System.Collections.Immutable;
using System.Text;
using Warder.Engine.Auditing;

namespace Warder.Cli.Git;

/// <summary>Reads commits in the order in which they were made, with what each changed.</summary>
internal static class GitCommits
{
    private const char Mark = '\u0001';

    /// <summary>The names of commits, each behind its parents: of the branch alone (merges as one step), or of every branch and tag.</summary>
    public static IReadOnlyList<string> List(string root, bool all)
    {
        string[] which = all ? ["--all"] : ["--first-parent", "HEAD"];
        using var git = GitProcess.Start(root, ["rev-list", "--reverse", "--topo-order", .. which, "--"]);
        using var reader = new StreamReader(git.Output, Encoding.ASCII);
        var commits = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            commits.Add(line);
        }

        return git.HasFailed(out var why) ? throw new OutputError($"git cannot tell the commits: {why}") : commits;
    }

    /// <summary>Reads commits in the given order.</summary>
    public static IEnumerable<GitCommit> Read(string root, IReadOnlyList<string> commits)
    {
        using var git = GitProcess.Start(
            root,
            ["-c", "log.showRoot=true", "log", "--no-walk=unsorted", "--stdin", "--raw", "--no-abbrev", "--no-renames", "-z", "--diff-merges=first-parent", $"--format={Mark}%H %ct %P"],
            withInput: true);
        var asking = Task.Run(() => Ask(git, commits));
        using var reader = new NulTexts(git.Output);
        GitCommit? commit = null;
        var changes = new List<(string Path, string? Content)>();
        while (reader.Next() is { } piece)
        {
            // A commit's name and its first entry come without a zero byte between them.
            foreach (var part in piece.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                if (part[0] == Mark)
                {
                    if (commit is not null)
                    {
                        yield return commit;
                    }

                    changes = [];
                    commit = CommitOf(part[1..], changes);
                }
                else if (part[0] == ':')
                {
                    changes.Add((reader.Next() ?? "", ContentOf(part)));
                }
            }
        }

        if (commit is not null)
        {
            yield return commit;
        }

        if (git.HasFailed(out var why))
        {
            throw new OutputError($"git cannot tell the commits: {why}");
        }

        asking.Wait();
    }

    /// <summary>The whole tree of a commit.</summary>
    public static ImmutableSortedDictionary<string, string> TreeOf(string root, string commit)
    {
        var tree = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        using var git = GitProcess.Start(root, ["ls-tree", "-r", "-z", "--full-tree", commit]);
        using var reader = new NulTexts(git.Output);
        while (reader.Next() is { } entry)
        {
            var tab = entry.IndexOf('\t', StringComparison.Ordinal);
            if (entry[..tab].Split(' ') is [var mode, "blob", var id] && Named(mode, id) is { } content)
            {
                tree[entry[(tab + 1)..]] = content;
            }
        }

        return git.HasFailed(out var why) ? throw new OutputError($"git cannot tell the files of {commit}: {why}") : tree.ToImmutable();
    }

    private static void Ask(GitProcess git, IReadOnlyList<string> commits)
    {
        try
        {
            using var writer = new StreamWriter(git.Input, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
            foreach (var commit in commits)
            {
                writer.WriteLine(commit);
            }
        }
        catch (IOException)
        {
            // Git has ended early; its status says why.
        }
    }

    private static GitCommit CommitOf(string line, List<(string Path, string? Content)> changes)
    {
        var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new GitCommit(fields[0], fields.Length > 2 ? fields[2] : null, GitTime.Of(fields[1]), changes);
    }

    /// <summary>The content that an entry <c>:mode mode id id status</c> ends with; null for what is no file any more.</summary>
    private static string? ContentOf(string entry) => entry[1..].Split(' ') is [_, var mode, _, var id, ..] ? Named(mode, id) : null;

    /// <summary>The name of a file's or a link's content; null for a repository in the repository.</summary>
    private static string? Named(string mode, string id) => mode switch
    {
        "100644" or "100755" => id,
        "120000" => TreeFiles.LinkMark + id,
        _ => null,
    };
}
