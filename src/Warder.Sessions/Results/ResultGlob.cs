using System.IO.Enumeration;
using Warder.Engine;

namespace Warder.Sessions.Results;

/// <summary>Finds the files of results that a suite has left in its folder.</summary>
internal static class ResultGlob
{
    private const int MostFiles = 500;
    private const int MostEntries = 500_000;
    private const int Deepest = 12;
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = true };
    private static readonly string[] NotEntered = ["node_modules", ".git", ".venv", "logs"];

    /// <summary>The files that match, sorted, no older than a moment; links are neither taken nor entered.</summary>
    public static IReadOnlyList<string> Find(string folder, IReadOnlyList<PathPattern> patterns, DateTime since)
    {
        if (patterns.Count == 0 || !Directory.Exists(folder))
        {
            return [];
        }

        var found = patterns.Where(p => p.IsLiteral).Select(p => Path.Join(folder, p.Text)).Where(File.Exists).ToList();
        var globs = patterns.Where(p => !p.IsLiteral).ToList();
        if (globs.Count > 0)
        {
            Walk(folder, globs, found);
        }

        return [.. found.Distinct(StringComparer.Ordinal).Where(f => new FileInfo(f) is { LinkTarget: null } file && file.LastWriteTimeUtc >= since).Order(StringComparer.Ordinal).Take(MostFiles)];
    }

    private static void Walk(string folder, List<PathPattern> globs, List<string> found)
    {
        var pending = new Stack<(string Folder, int Depth)>();
        pending.Push((folder, 0));
        var seen = 0;
        while (pending.TryPop(out var at) && seen < MostEntries)
        {
            var entries = new FileSystemEnumerable<(string Name, bool IsFolder, bool IsLink)>(
                at.Folder,
                (ref FileSystemEntry e) => (e.FileName.ToString(), e.IsDirectory, (e.Attributes & FileAttributes.ReparsePoint) != FileAttributes.None),
                Everything);
            foreach (var (name, isFolder, isLink) in entries)
            {
                seen++;
                var path = Path.Join(at.Folder, name);
                if (isLink)
                {
                    continue;
                }

                if (!isFolder)
                {
                    if (PathPattern.AnyMatches(globs, Path.GetRelativePath(folder, path).Replace('\\', '/')))
                    {
                        found.Add(path);
                    }
                }
                else if (at.Depth < Deepest && Array.IndexOf(NotEntered, name) < 0)
                {
                    pending.Push((path, at.Depth + 1));
                }
            }
        }
    }
}
