using Warder.Engine.Findings;
using Warder.Pipelines;

namespace Warder.Engine.Auditing;

/// <summary>What came of auditing one repository; everything in deterministic order.</summary>
public sealed record AuditResult
{
    /// <summary>The repository.</summary>
    public required Repository Repository { get; init; }

    /// <summary>Findings that count, sorted by path, place and rule.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Findings hidden by an inline suppression, an exception or the baseline.</summary>
    public required IReadOnlyList<SuppressedFinding> Suppressed { get; init; }

    /// <summary>What Warder could not look at.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

    /// <summary>What could not be followed.</summary>
    public required IReadOnlyList<Unknown> Unknowns { get; init; }

    /// <summary>Every token use of every file, implicit ones included.</summary>
    public required IReadOnlyList<TokenUse> Uses { get; init; }

    /// <summary>Need against grant of every job, in the order of paths and files; empty unless asked for.</summary>
    public IReadOnlyList<Permissions.JobPermissions> Jobs { get; init; } = [];

    /// <summary>Slugs of the rules that ran.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>Whether the whole repository was looked at, not only some files of it.</summary>
    public bool IsWhole { get; init; }

    /// <summary>What was looked at.</summary>
    public required AuditCounts Counts { get; init; }
}
