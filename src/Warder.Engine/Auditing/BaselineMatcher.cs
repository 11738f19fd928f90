using Warder.Engine.Findings;

namespace Warder.Engine.Auditing;

/// <summary>Holds findings against a baseline, each entry once: by fingerprint, or by content where the entry's file is gone.</summary>
public sealed class BaselineMatcher
{
    private readonly Dictionary<string, int> _byFingerprint = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _moved = new(StringComparer.Ordinal);

    internal BaselineMatcher(IReadOnlyList<BaselineEntry> entries, RepositoryFiles files)
    {
        foreach (var entry in entries)
        {
            var index = files.Exists(entry.Path) ? _byFingerprint : _moved;
            var key = files.Exists(entry.Path) ? entry.Fingerprint : entry.Context;
            index[key] = index.GetValueOrDefault(key) + 1;
        }
    }

    /// <summary>Whether the baseline hides this finding; uses the entry up.</summary>
    public bool Hides(Finding finding) =>
        finding.Rule.Suppressible && (Take(_byFingerprint, finding.Fingerprint) || Take(_moved, finding.ContextHash));

    private static bool Take(Dictionary<string, int> entries, string key)
    {
        if (!entries.TryGetValue(key, out var left) || left == 0)
        {
            return false;
        }

        entries[key] = left - 1;
        return true;
    }
}
