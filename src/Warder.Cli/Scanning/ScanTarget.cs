using Warder.Engine.Auditing;
using Warder.Engine.Exposure.Scanning;

namespace Warder.Cli.Scanning;

/// <summary>What is scanned: a root, and the parts of it that the user named.</summary>
internal sealed class ScanTarget
{
    private const string StandardInput = "-";
    private readonly List<string> _parts = [];
    private bool _readsInput;
    private bool _readsFiles;

    private ScanTarget(string root) => Root = root;

    /// <summary>The repository; without one the current folder.</summary>
    public string Root { get; }

    /// <summary>The target of some paths; null, with the reason on standard error, where one is not there.</summary>
    public static ScanTarget? Of(IReadOnlyList<string> paths)
    {
        var named = paths.Where(p => p != StandardInput).ToList();
        foreach (var path in named)
        {
            if (!Path.Exists(path))
            {
                Console.Error.WriteLine($"warder: {path}: There is no such file or folder.");
                return null;
            }
        }

        var roots = named.Select(RootOf).Distinct(StringComparer.Ordinal).ToList();
        if (roots.Count > 1)
        {
            Console.Error.WriteLine("warder: the paths lie in several repositories; scan one after another.");
            return null;
        }

        var target = new ScanTarget(roots.Count == 1 ? roots[0] : RootOf("."));
        target._readsInput = named.Count < paths.Count;
        target._readsFiles = named.Count > 0 || !target._readsInput;
        target._parts.AddRange(named.Select(p => Path.GetRelativePath(target.Root, Path.GetFullPath(p)).Replace(Path.DirectorySeparatorChar, '/')).Where(p => p != "."));
        return target;
    }

    /// <summary>Scans it.</summary>
    public void Scan(Scanner scanner, bool all, Action<int, int> progress)
    {
        if (_readsInput)
        {
            using var input = Console.OpenStandardInput();
            scanner.Scan(ScanSource.Of("stdin"), input.Read);
        }

        if (_readsFiles)
        {
            FolderScan.Run(scanner, Root, _parts, all, progress);
        }
    }

    private static string RootOf(string path)
    {
        var full = Path.GetFullPath(path);
        var root = Path.GetFullPath(AuditTargets.RootOf(path));
        return Directory.Exists(root) ? root : Directory.Exists(full) ? full : Path.GetDirectoryName(full)!;
    }
}
