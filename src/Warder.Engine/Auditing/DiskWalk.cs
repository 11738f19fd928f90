using System.IO.Enumeration;
using Warder.Engine.Findings;

namespace Warder.Engine.Auditing;

/// <summary>Lists the files under a folder: links are not followed, and folders of dependencies and build output are passed over.</summary>
internal sealed class DiskWalk
{
    private static readonly HashSet<string> PassedOver = new(StringComparer.Ordinal)
    {
        ".git", ".hg", ".svn", "node_modules", "bower_components", "vendor", "third_party", ".venv", "venv", "__pycache__", ".tox", ".nox",
        ".mypy_cache", ".pytest_cache", ".gradle", ".terraform", "target", "obj", "dist", ".next", ".yarn", ".cache", "coverage",
    };

    private readonly List<string> _paths = [];
    private readonly List<Diagnostic> _problems = [];

    public IReadOnlyList<string> Paths => _paths;

    public IReadOnlyList<Diagnostic> Problems => _problems;

    public static DiskWalk Of(string root)
    {
        var walk = new DiskWalk();
        walk.Visit(root);
        walk._paths.Sort(string.CompareOrdinal);
        return walk;
    }

    /// <summary>Whether a path lies in a folder that is passed over, so that the list does not tell whether it is there.</summary>
    public static bool IsPassedOver(string path) => path.Split('/').SkipLast(1).Any(PassedOver.Contains);

    private void Visit(string root)
    {
        var pending = new Stack<string>();
        pending.Push("");
        while (pending.TryPop(out var folder))
        {
            try
            {
                foreach (var (name, kind) in List(Path.Combine(root, folder)))
                {
                    var path = folder.Length == 0 ? name : $"{folder}/{name}";
                    Take(root, path, name, kind, pending);
                }
            }
            catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
            {
                _problems.Add(new Diagnostic("unreadable-folder", $"The folder cannot be listed: {wrong.Message}", folder.Length == 0 ? "." : folder));
            }
        }
    }

    private void Take(string root, string path, string name, EntryKind kind, Stack<string> pending)
    {
        switch (kind)
        {
            case EntryKind.Folder when !PassedOver.Contains(name) && !IsRepository(root, path):
                pending.Push(path);
                break;
            case EntryKind.File:
                _paths.Add(path);
                break;
            case EntryKind.Link when LinkCheck.Problem(root, path) is { } problem:
                _problems.Add(problem);
                break;
        }
    }

    /// <summary>A folder with its own <c>.git</c> is another repository: a submodule or a clone.</summary>
    private static bool IsRepository(string root, string path) => Path.Exists(Path.Combine(root, path, ".git"));

    private static FileSystemEnumerable<(string Name, EntryKind Kind)> List(string folder) => new(
        folder,
        (ref FileSystemEntry entry) => (entry.FileName.ToString(), KindOf(ref entry)),
        new EnumerationOptions { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false });

    private static EntryKind KindOf(ref FileSystemEntry entry)
    {
        if ((entry.Attributes & FileAttributes.ReparsePoint) != FileAttributes.None)
        {
            return EntryKind.Link;
        }

        return entry.IsDirectory ? EntryKind.Folder : EntryKind.File;
    }

    private enum EntryKind
    {
        File,
        Folder,
        Link,
    }
}
