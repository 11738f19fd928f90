namespace Warder.Cli.Git;

/// <summary>Lists the versions of files that a history or an index brought, each content once.</summary>
internal static class GitHistory
{
    private const char CommitMark = '\u0001';
    private const int MaxCommits = 50;

    /// <summary>Every content that commits brought, and the count of commits.</summary>
    /// <param name="root">The repository.</param>
    /// <param name="since">Only commits behind this one; null for all of all branches and tags.</param>
    public static (IReadOnlyList<GitBlob> Blobs, int Commits) Of(string root, string? since)
    {
        // What the user calls a revision must not be taken for an option, which could name a file to write.
        string[] range = since is null ? ["--all"] : ["--end-of-options", $"{since}..HEAD"];
        using var git = GitProcess.Start(
            root,
            ["log", "--raw", "--no-abbrev", "--no-renames", "-c", "-z", "--diff-filter=AMTC", $"--format={CommitMark}%H", .. range, "--"]);
        var blobs = new Dictionary<string, GitBlob>(StringComparer.Ordinal);
        var commits = 0;
        var commit = "";
        using var reader = new NulTexts(git.Output);
        while (reader.Next() is { } piece)
        {
            // A commit's name and its first entry come without a zero byte between them.
            foreach (var part in piece.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                if (part[0] == CommitMark)
                {
                    commit = part[1..];
                    commits++;
                }
                else if (part[0] == ':')
                {
                    Take(part, reader.Next() ?? "", commit, blobs);
                }
            }
        }

        return git.HasFailed(out var why) ? throw new OutputError($"git cannot tell the history: {why}") : ([.. blobs.Values], commits);
    }

    /// <summary>What is staged for the next commit.</summary>
    public static IReadOnlyList<GitBlob> Staged(string root)
    {
        using var git = GitProcess.Start(root, ["diff", "--cached", "--raw", "--no-abbrev", "--no-renames", "-z", "--diff-filter=AMTC"]);
        var blobs = new Dictionary<string, GitBlob>(StringComparer.Ordinal);
        using var reader = new NulTexts(git.Output);
        while (reader.Next() is { } piece)
        {
            Take(piece, reader.Next() ?? "", commit: null, blobs);
        }

        return git.HasFailed(out var why) ? throw new OutputError($"git cannot tell what is staged: {why}") : [.. blobs.Values];
    }

    /// <summary>Takes one entry: <c>:modes… ids… status</c>, of a merge with as many as it has parents; the last mode and id are the result's.</summary>
    private static void Take(string entry, string path, string? commit, Dictionary<string, GitBlob> blobs)
    {
        var parents = entry.AsSpan().IndexOfAnyExcept(':');
        var fields = entry[parents..].Split(' ');
        if (fields.Length < (2 * parents) + 3 || fields[parents] is not ("100644" or "100755"))
        {
            return;
        }

        var id = fields[(2 * parents) + 1];
        if (!blobs.TryGetValue(id, out var blob))
        {
            blobs[id] = blob = new GitBlob(id, path, []);
        }

        if (commit is not null && blob.Commits.Count < MaxCommits)
        {
            blob.Commits.Add(commit);
        }
    }
}
