using Warder.Engine.Auditing;
namespace Warder.History.Recording;

/// <summary>All that is kept of one run.</summary>
public sealed record RunFacts
{
    /// <summary>A name that no other run has.</summary>
    public required string Key { get; init; }

    /// <summary>What made it.</summary>
    public required RunOrigin Origin { get; init; }

    /// <summary>The commit; null where there is none.</summary>
    public string? Commit { get; init; }

    /// <summary>Whether files differed from the commit.</summary>
    public bool IsDirty { get; init; }

    /// <summary>When it began; of a commit its time.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>The version of Warder.</summary>
    public required string Version { get; init; }

    /// <summary>The numbers.</summary>
    public required RunCounts Counts { get; init; }

    /// <summary>The findings, hidden ones included.</summary>
    public required IReadOnlyList<SeenFinding> Findings { get; init; }

    /// <summary>The uses; null where they are not known, so that those of before stay.</summary>
    public required IReadOnlyList<SeenUse>? Uses { get; init; }

    /// <summary>Slugs of the rules that ran; null for all. A finding of another rule is not taken for fixed.</summary>
    public IReadOnlySet<string>? Rules { get; init; }

    /// <summary>Files that could not be looked at: their findings are not taken for fixed.</summary>
    public IReadOnlySet<string> Unseen { get; init; } = new HashSet<string>();

    /// <summary>Whether a file is there: a finding moves only out of one that is not. Null where nobody knows.</summary>
    public Func<string, bool>? Exists { get; init; }

    /// <summary>Whether something could not be looked at that has no file of its own: nothing is taken for fixed then.</summary>
    public bool IsBlind { get; init; }
}
