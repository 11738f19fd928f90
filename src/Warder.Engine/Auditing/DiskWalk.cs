using Warder.Engine.Findings;

namespace Warder.Engine.Auditing;

/// <summary>Lists the files under a folder: links are not followed, and folders of dependencies and build output are passed over.</summary>
internal sealed class DiskWalk
{
    private const string GitHubFolder = ".github";

    private static readonly HashSet<string> PassedOver = new(StringComparer.Ordinal)
    {
        ".git", ".hg", ".svn", "node_modules", "bower_components", "vendor", "third_party", ".venv", "venv", "__pycache__", ".tox", ".nox",
        ".mypy_cache", ".pytest_cache", ".gradle", ".terraform", "target", "obj", "dist", ".next", ".yarn", ".cache", "coverage",
    };

    private readonly string _root;
    private readonly List<string> _paths = [];
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);
    // Folders that are there and whose entries are not known.
    private readonly HashSet<string> _unlisted = new(StringComparer.Ordinal);
    private readonly HashSet<string> _links = new(StringComparer.Ordinal);
    private readonly HashSet<string> _special = new(StringComparer.Ordinal);
    private readonly HashSet<string> _linkedFiles = new(StringComparer.Ordinal);
    private readonly List<string> _linkedFolders = [];
    private readonly List<Diagnostic> _problems = [];

    private DiskWalk(string root) => _root = root;

    public IReadOnlyList<string> Paths => _paths;

    public IReadOnlyList<Diagnostic> Problems => _problems;

    public static DiskWalk Of(string root)
    {
        var walk = new DiskWalk(root);
        walk.Visit();
        walk._paths.Sort(string.CompareOrdinal);
        walk._problems.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
        return walk;
    }

    /// <summary>Whether a path lies in a folder that is passed over, so that the list does not tell whether it is there.</summary>
    public static bool IsPassedOver(string path)
    {
        var parts = path.Split('/');
        for (var i = 0; i < parts.Length - 1; i++)
        {
            if (PassesOver(parts[i], underGitHub: i > 0 && parts[0] == GitHubFolder))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether nothing of this name, or of a folder on the way to it, stood in its folder when that was listed, so that the disk need
    /// not be asked again.
    /// </summary>
    public bool IsMissing(string path)
    {
        // Elsewhere names that differ in their case may be the same.
        if (!OperatingSystem.IsLinux() || IsInLinkedFolder(path))
        {
            return false;
        }

        var entry = path;
        var folder = FolderOf(entry);
        // The way back over `..` need not lead through folders that are there.
        for (var isPlain = path is not ['/', ..] && !path.Contains("./", StringComparison.Ordinal); isPlain && folder.Length > 0 && !_folders.Contains(folder);)
        {
            entry = folder;
            folder = FolderOf(entry);
        }

        return _folders.Contains(folder) && !_links.Contains(entry) && !_unlisted.Contains(entry);
    }

    private static string FolderOf(string path) => path[..Math.Max(path.LastIndexOf('/'), 0)];

    /// <summary>Whether a listed path is a plain file that is not reached through a link.</summary>
    public bool IsPlain(string path) => !_special.Contains(path) && !IsLinked(path);

    /// <summary>Whether the file is reached through a link.</summary>
    public bool IsLinked(string path) => _linkedFiles.Contains(path) || IsInLinkedFolder(path);

    // Under .github a folder named coverage or dist is somebody's action, not build output.
    private static bool PassesOver(string name, bool underGitHub) => underGitHub ? name is ".git" or "node_modules" : PassedOver.Contains(name);

    private void Visit()
    {
        var pending = new Stack<string>();
        pending.Push("");
        while (pending.TryPop(out var folder))
        {
            try
            {
                var entries = FolderList.Of(Path.Join(_root, folder));
                if (folder.Length > 0 && entries.Exists(e => e.Name == ".git"))
                {
                    // A folder with its own .git is another repository: a submodule or a clone.
                    _unlisted.Add(folder);
                    continue;
                }

                _folders.Add(folder);
                foreach (var (name, kind) in entries)
                {
                    Take(folder.Length == 0 ? name : $"{folder}/{name}", name, kind, pending);
                }
            }
            catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
            {
                _unlisted.Add(folder);
                _problems.Add(new Diagnostic("unreadable-folder", $"The folder cannot be listed: {wrong.Message}", folder.Length == 0 ? "." : folder));
            }
        }
    }

    private void Take(string path, string name, EntryKind kind, Stack<string> pending)
    {
        switch (kind)
        {
            case EntryKind.Folder when !PassesOver(name, path.StartsWith(GitHubFolder + "/", StringComparison.Ordinal)):
                if (LinkCheck.IsSoughtFile(path))
                {
                    _problems.Add(new Diagnostic("not-a-file", "A file is expected here, but this is a folder.", path));
                }

                pending.Push(path);
                break;
            case EntryKind.Folder:
                _unlisted.Add(path);
                break;
            case EntryKind.File or EntryKind.Special when !IsInLinkedFolder(path) || LinkCheck.IsWorkflowOnlyHere(path, ""):
                _paths.Add(path);
                if (kind == EntryKind.Special)
                {
                    _special.Add(path);
                }

                break;
            case EntryKind.Link:
                _links.Add(path);
                if (!IsInLinkedFolder(path))
                {
                    TakeLink(path, pending);
                }

                break;
        }
    }

    private void TakeLink(string path, Stack<string> pending)
    {
        var end = LinkWalk.Follow(_root, path, out var place);
        if (LinkCheck.Problem(path, end) is { } problem)
        {
            _problems.Add(problem);
        }

        if (end != LinkEnd.Inside)
        {
            return;
        }

        var target = Path.GetRelativePath(_root, place).Replace(Path.DirectorySeparatorChar, '/');
        if (!Directory.Exists(place))
        {
            if (LinkCheck.IsWorkflowOnlyHere(path, target))
            {
                _paths.Add(path);
                _linkedFiles.Add(path);
            }
        }
        else if (LinkCheck.IsWorkflowFolder(path) && target != "." && !path.StartsWith(target + "/", StringComparison.Ordinal))
        {
            _linkedFolders.Add(path + "/");
            pending.Push(path);
        }
    }

    private bool IsInLinkedFolder(string path)
    {
        foreach (var folder in _linkedFolders)
        {
            if (path.StartsWith(folder, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
