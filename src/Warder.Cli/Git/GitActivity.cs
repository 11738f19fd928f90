using System.Globalization;
using System.Text;
using Warder.Engine.Activity;

namespace Warder.Cli.Git;

/// <summary>Reads the commits that the current one stands on, with what each changed.</summary>
internal sealed class GitActivity
{
    private const char Mark = '\u0001';
    private const string Format = "--format=%x01%H%x00%P%x00%aN%x00%at%x00%ct%x00%s%x00%b%x00";

    // What a user's configuration says of diffs and logs must not change a number.
    private static readonly string[] Plain =
    [
        "-c", "log.showRoot=true", "log", "--no-walk=unsorted", "--stdin", "-z", "--encoding=UTF-8", "--no-show-signature", "--no-color", "--no-notes",
    ];

    private static readonly string[] Numbers =
    [
        "--numstat", "-M50%", "-l1000", "--diff-algorithm=myers", "--no-ext-diff", "--no-textconv", "--no-relative", "--ignore-submodules=none",
    ];

    private readonly string _root;
    private readonly HashSet<string> _boundaries;

    private GitActivity(string root, HashSet<string> boundaries)
    {
        _root = root;
        _boundaries = boundaries;
    }

    /// <summary>The current commit; null where there is none yet.</summary>
    public string? Head { get; private init; }

    /// <summary>Whether the clone is shallow: what is older than its last commits is not known.</summary>
    public bool IsShallow => _boundaries.Count > 0;

    /// <summary>Looks whether a folder is the root of a git repository; null, with the reason as half a sentence, where git facts cannot be known.</summary>
    public static GitActivity? Open(string root, out string? because)
    {
        because = null;
        var prefix = GitAnswer.FirstLine(root, "rev-parse", "--show-prefix");
        if (prefix is not "")
        {
            because = prefix is not null ? "the folder lies in a git repository and is not the root of it"
                : GitAnswer.FirstLine(root, "--version") is null ? "git is not installed"
                : "the folder is no git repository, or git does not trust its owner";
            return null;
        }

        var head = GitAnswer.FirstLine(root, "rev-parse", "--verify", "--quiet", "HEAD^{commit}");
        return new GitActivity(root, BoundariesOf(root)) { Head = head is { Length: > 0 } ? head : null };
    }

    /// <summary>The commits of a range of days, by committer time in UTC, newest first and each before its parents.</summary>
    /// <param name="from">The first day; null for the beginning.</param>
    /// <param name="before">The first day behind; null for the end.</param>
    /// <param name="withFiles">Whether to read what each changed.</param>
    public IReadOnlyList<CommitFact> Read(DateOnly? from, DateOnly? before, bool withFiles = true) =>
        Head is null ? [] : Read([.. Ids(from, before)], withFiles ? Numbers : ["--no-patch"], ["--no-diff-merges"]);

    /// <summary>Some commits, with what each changed against its first parent: of a merge all that it brought in.</summary>
    public IReadOnlyList<CommitFact> ReadWhole(IReadOnlyList<string> ids) => ids.Count == 0 ? [] : Read(ids, Numbers, ["--diff-merges=first-parent"]);

    /// <summary>The names of the commits that one has behind it and another has not, newest first.</summary>
    public IReadOnlyList<string> Between(string without, string commit)
    {
        using var git = GitProcess.Start(_root, ["rev-list", "--topo-order", commit, "^" + without, "--"]);
        using var reader = new StreamReader(git.Output, Encoding.ASCII);
        var ids = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return git.HasFailed(out var why) ? throw new OutputError($"git cannot tell the commits: {why}") : ids;
    }

    private IEnumerable<string> Ids(DateOnly? from, DateOnly? before)
    {
        var first = SecondsOf(from) ?? long.MinValue;
        var behind = SecondsOf(before) ?? long.MaxValue;
        using var git = GitProcess.Start(_root, ["rev-list", "--timestamp", "--topo-order", "HEAD", "--"]);
        using var reader = new StreamReader(git.Output, Encoding.ASCII);
        while (reader.ReadLine() is { } line)
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            var time = GitTime.SecondsOf(line.AsSpan(0, space));
            if (time >= first && time < behind)
            {
                yield return line[(space + 1)..];
            }
        }

        if (git.HasFailed(out var why))
        {
            throw new OutputError($"git cannot tell the commits: {why}");
        }
    }

    private List<CommitFact> Read(IReadOnlyList<string> ids, string[] what, string[] merges)
    {
        // Without a name git would begin at the current commit.
        if (ids.Count == 0)
        {
            return [];
        }

        using var git = GitProcess.Start(_root, [.. Plain, .. what, .. merges, Format], withInput: true);
        var asking = Task.Run(() => Ask(git, ids));
        using var texts = new NulTexts(git.Output);
        var commits = new List<CommitFact>(ids.Count);
        var files = new List<FileChange>();
        while (texts.Next() is { } text)
        {
            if (text is [Mark, .. var id])
            {
                files = [];
                commits.Add(CommitOf(id, texts, files));
            }
            else if (text.TrimStart('\n') is { Length: > 0 } entry && ChangeOf(entry, texts) is { } change && !commits[^1].IsBoundary)
            {
                files.Add(change);
            }
        }

        if (git.HasFailed(out var why))
        {
            throw new OutputError($"git cannot tell what commits changed: {why}");
        }

        asking.Wait();
        return commits;
    }

    private CommitFact CommitOf(string id, NulTexts texts, List<FileChange> files)
    {
        string Field() => texts.Next() ?? "";
        return new CommitFact
        {
            Id = id,
            Parents = Field().Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Author = Field(),
            Authored = GitTime.Of(Field()),
            Committed = GitTime.Of(Field()),
            Subject = Field(),
            Body = Field(),
            Files = files,
            IsBoundary = _boundaries.Contains(id),
        };
    }

    /// <summary>An entry <c>added TAB deleted TAB path</c>; of a rename the path is empty and both names follow.</summary>
    private static FileChange? ChangeOf(string entry, NulTexts texts)
    {
        var first = entry.IndexOf('\t', StringComparison.Ordinal);
        var second = first < 0 ? -1 : entry.IndexOf('\t', first + 1);
        if (second < 0)
        {
            return null;
        }

        int? added = int.TryParse(entry.AsSpan(0, first), NumberStyles.None, CultureInfo.InvariantCulture, out var a) ? a : null;
        int? deleted = int.TryParse(entry.AsSpan(first + 1, second - first - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var d) ? d : null;
        if (second + 1 < entry.Length)
        {
            return new FileChange(entry[(second + 1)..], Before: null, added, deleted);
        }

        var before = texts.Next() ?? "";
        return new FileChange(texts.Next() ?? "", before, added, deleted);
    }

    private static long? SecondsOf(DateOnly? day) => day is { } d ? new DateTimeOffset(d.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).ToUnixTimeSeconds() : null;

    private static HashSet<string> BoundariesOf(string root)
    {
        var file = GitAnswer.FirstLine(root, "rev-parse", "--git-path", "shallow");
        if (string.IsNullOrEmpty(file) || !File.Exists(Path.Combine(root, file)))
        {
            return [];
        }

        return [.. File.ReadLines(Path.Combine(root, file)).Select(l => l.Trim()).Where(l => l.Length > 0)];
    }

    private static void Ask(GitProcess git, IReadOnlyList<string> ids)
    {
        try
        {
            using var writer = new StreamWriter(git.Input, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
            foreach (var id in ids)
            {
                writer.WriteLine(id);
            }
        }
        catch (IOException)
        {
            // Git has ended early; its status says why.
        }
    }
}
