using System.IO.Enumeration;
using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Policy;

namespace Warder.Engine.Hygiene;

/// <summary>Finds artifacts in the root of a repository, and asks git about them, all at once.</summary>
public sealed class RootScan
{
    private readonly RepositoryFiles _files;
    private readonly GuardPolicy _policy;
    private readonly IGitFacts _git;

    /// <summary>Makes a scan.</summary>
    public RootScan(RepositoryFiles files, GuardPolicy policy, IGitFacts git)
    {
        _files = files;
        _policy = policy;
        _git = git;
    }

    /// <summary>What could not be looked at.</summary>
    public List<Diagnostic> Problems { get; } = [];

    /// <summary>The artifacts, sorted by family and name; those that a repository tracks on purpose are left out.</summary>
    public IReadOnlyList<RootArtifact> Run()
    {
        var found = new List<(string Name, RootArtifactFact Fact, bool IsLink, long Length)>();
        foreach (var (name, kind, length) in Entries())
        {
            if (FactOf(name, kind) is { } fact)
            {
                found.Add((name, fact, kind == EntryKind.Link, length));
            }
        }

        if (found.Count == 0)
        {
            return [];
        }

        var tracked = Tracked(found.Select(f => f.Name).ToHashSet(StringComparer.Ordinal));
        var ignored = _git.AskIgnored([.. found.Select(f => f.Name)]);

        // Where anything could not be asked, what is tracked is not sure, and nothing may be touched.
        var isKnown = _git.Problems.Count == 0;
        var artifacts = new List<RootArtifact>(found.Count);
        for (var i = 0; i < found.Count; i++)
        {
            var (name, fact, isLink, length) = found[i];
            var state = tracked.Contains(name) ? ArtifactState.Tracked
                : !isKnown || !ignored[i].IsKnown ? ArtifactState.Unknown
                : ignored[i].IsIgnored ? ArtifactState.Ignored
                : ArtifactState.Untracked;
            if (state != ArtifactState.Tracked || !fact.TrackedIsFine)
            {
                artifacts.Add(new RootArtifact(name, fact, state, isLink, SizeOf(name, fact.IsFolder && !isLink, length)));
            }
        }

        return [.. artifacts.OrderBy(a => a.Fact.Family, StringComparer.Ordinal).ThenBy(a => a.Name, StringComparer.Ordinal)];
    }

    private RootArtifactFact? FactOf(string name, EntryKind kind)
    {
        if (name == ".git" || name == _policy.Logs || PathPattern.AnyMatches(_policy.Allowed, name))
        {
            return null;
        }

        if (PathPattern.AnyMatches(_policy.OwnArtifacts, name))
        {
            return new RootArtifactFact(new PathPattern(name), kind == EntryKind.Folder, "policy", "artifact by the policy", Remedy.Delete, NeedsIgnored: true, TrackedIsFine: false, []);
        }

        var facts = RootArtifactFacts.Embedded;
        var fact = kind == EntryKind.Link ? facts.Find(name, isFolder: true) ?? facts.Find(name, isFolder: false) : facts.Find(name, kind == EntryKind.Folder);
        return fact is null || fact.Unless.Any(_files.Exists) ? null : fact;
    }

    private HashSet<string> Tracked(HashSet<string> names)
    {
        var tracked = new HashSet<string>(StringComparer.Ordinal);
        var lookup = names.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var file in _git.Files(withUntracked: false))
        {
            var slash = file.Path.IndexOf('/', StringComparison.Ordinal);
            var first = slash < 0 ? file.Path.AsSpan() : file.Path.AsSpan(0, slash);
            if (lookup.TryGetValue(first, out var name))
            {
                tracked.Add(name);
            }
        }

        return tracked;
    }

    private FolderSize SizeOf(string name, bool isFolder, long length)
    {
        if (!isFolder || _files.Root is not { } root)
        {
            return new FolderSize(1, length, HasRepository: false, Unreadable: 0);
        }

        var size = FolderSize.Of(Path.Join(root, name));
        if (size.Unreadable > 0)
        {
            Problems.Add(new Diagnostic("unreadable-folder", size.Unreadable == 1 ? "A folder in it cannot be listed." : $"{size.Unreadable} folders in it cannot be listed.", name));
        }

        return size;
    }

    private IEnumerable<(string Name, EntryKind Kind, long Length)> Entries()
    {
        if (_files.Root is not { } root)
        {
            return InMemory();
        }

        return OnDisk(root);
    }

    private IEnumerable<(string Name, EntryKind Kind, long Length)> OnDisk(string root)
    {
        IEnumerator<(string, EntryKind, long)> entries;
        try
        {
            entries = new FileSystemEnumerable<(string, EntryKind, long)>(root, Look, new EnumerationOptions { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false }).GetEnumerator();
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            Problems.Add(new Diagnostic("unreadable-folder", $"The folder cannot be listed: {wrong.Message}", "."));
            yield break;
        }

        // The names are not kept: there may be a million.
        using (entries)
        {
            while (entries.MoveNext())
            {
                yield return entries.Current;
            }
        }
    }

    private IEnumerable<(string Name, EntryKind Kind, long Length)> InMemory() =>
        _files.Paths.Select(p => p.Split('/')).DistinctBy(p => p[0]).Select(p => (p[0], p.Length > 1 ? EntryKind.Folder : EntryKind.File, 0L));

    private static (string Name, EntryKind Kind, long Length) Look(ref FileSystemEntry entry)
    {
        var isLink = (entry.Attributes & FileAttributes.ReparsePoint) != FileAttributes.None;
        var kind = isLink ? EntryKind.Link : entry.IsDirectory ? EntryKind.Folder : EntryKind.File;
        return (entry.FileName.ToString(), kind, kind == EntryKind.File ? entry.Length : 0);
    }

    private enum EntryKind
    {
        File,
        Folder,
        Link,
    }
}
