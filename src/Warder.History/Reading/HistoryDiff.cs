using Warder.History.Recording;

namespace Warder.History.Reading;

/// <summary>What lies between two runs.</summary>
/// <param name="From">The earlier one.</param>
/// <param name="To">The later one.</param>
public sealed record HistoryDiff(RunSummary From, RunSummary To)
{
    /// <summary>Findings that only the later one has.</summary>
    public IReadOnlyList<StoredFinding> Come { get; private init; } = [];

    /// <summary>Findings that only the earlier one has.</summary>
    public IReadOnlyList<StoredFinding> Gone { get; private init; } = [];

    /// <summary>Findings that both have with another state or severity, as the later one has them.</summary>
    public IReadOnlyList<StoredFinding> Changed { get; private init; } = [];

    /// <summary>How many both have alike.</summary>
    public int Same { get; private init; }

    /// <summary>Uses that only the later one has.</summary>
    public IReadOnlyList<SeenUse> UsesCome { get; private init; } = [];

    /// <summary>Uses that only the earlier one has.</summary>
    public IReadOnlyList<SeenUse> UsesGone { get; private init; } = [];

    /// <summary>Compares two runs, of one track or of two.</summary>
    public static HistoryDiff Of(HistoryReader reader, RunSummary from, RunSummary to)
    {
        var before = reader.FindingsAt(from).ToDictionary(f => f.Fingerprint, StringComparer.Ordinal);
        var after = reader.FindingsAt(to);
        var come = after.Where(f => !before.ContainsKey(f.Fingerprint)).ToList();
        var changed = after.Where(f => before.TryGetValue(f.Fingerprint, out var b) && (b.State != f.State || b.Severity != f.Severity)).ToList();
        var now = after.Select(f => f.Fingerprint).ToHashSet(StringComparer.Ordinal);
        var usesBefore = reader.UsesAt(from);
        var usesAfter = reader.UsesAt(to);
        return new HistoryDiff(from, to)
        {
            Come = come,
            Gone = [.. reader.FindingsAt(from).Where(f => !now.Contains(f.Fingerprint))],
            Changed = changed,
            Same = after.Count - come.Count - changed.Count,
            UsesCome = [.. usesAfter.ExceptBy(usesBefore.Select(u => u.Identity), u => u.Identity, StringComparer.Ordinal)],
            UsesGone = [.. usesBefore.ExceptBy(usesAfter.Select(u => u.Identity), u => u.Identity, StringComparer.Ordinal)],
        };
    }
}
