using System.Collections.Concurrent;

namespace Warder.Engine.Auditing;

/// <summary>
/// What audits found in each version of each file, for whoever audits many commits of one repository: a file is looked at again only
/// where it, or something that its findings rest on, is another.
/// </summary>
public sealed class AuditMemory
{
    private const int MostVersions = 64;
    private readonly ConcurrentDictionary<string, List<Kept>> _kept = new(StringComparer.Ordinal);
    private int _visits;

    /// <summary>How many times a file was looked at.</summary>
    public int Visits => _visits;

    internal FileAudit? Find(string phase, string path, string version, string context, DateOnly today, RepositoryFiles files)
    {
        if (!_kept.TryGetValue($"{phase}\0{path}", out var versions))
        {
            return null;
        }

        lock (versions)
        {
            // The newest first: most commits leave most files alone.
            for (var i = versions.Count - 1; i >= 0; i--)
            {
                var kept = versions[i];
                if (kept.Version == version && kept.Context == context && (kept.Day is null || kept.Day == today) && Holds(kept.Reads, files))
                {
                    return kept.Audit;
                }
            }
        }

        return null;
    }

    internal void Keep(string phase, string path, Kept kept)
    {
        Interlocked.Increment(ref _visits);
        var versions = _kept.GetOrAdd($"{phase}\0{path}", _ => []);
        lock (versions)
        {
            if (versions.Count == MostVersions)
            {
                versions.RemoveAt(0);
            }

            versions.Add(kept);
        }
    }

    private static bool Holds(IReadOnlyList<(string Path, string? Version)> reads, RepositoryFiles files)
    {
        foreach (var (path, version) in reads)
        {
            if (files.VersionOf(path) != version)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What was found in one version of a file.</summary>
    /// <param name="Version">The version.</param>
    /// <param name="Context">What else the findings rest on.</param>
    /// <param name="Day">The day that they rest on; null where they rest on none.</param>
    /// <param name="Reads">Other files that were read or missed, in their versions of then.</param>
    /// <param name="Audit">What was found.</param>
    internal sealed record Kept(string Version, string Context, DateOnly? Day, IReadOnlyList<(string Path, string? Version)> Reads, FileAudit Audit);
}
