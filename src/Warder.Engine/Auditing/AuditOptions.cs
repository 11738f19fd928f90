using Warder.Engine.Rules;

namespace Warder.Engine.Auditing;

/// <summary>How one audit is to be done.</summary>
public sealed record AuditOptions
{
    /// <summary>Files to look at, relative to the repository; null for all. Rules about the whole repository stay silent then.</summary>
    public IReadOnlySet<string>? Only { get; init; }

    /// <summary>Files that the user named one by one: a YAML file among them is taken for a workflow wherever it lies.</summary>
    public IReadOnlySet<string> Named { get; init; } = new HashSet<string>();

    /// <summary>Slugs of the rules to run; null for all.</summary>
    public IReadOnlySet<string>? Rules { get; init; }

    /// <summary>Whether the files lie in no repository.</summary>
    public bool IsLoose { get; init; }

    /// <summary>Whether the baseline hides findings.</summary>
    public bool UseBaseline { get; init; } = true;

    /// <summary>Whether the result keeps need against grant of every job.</summary>
    public bool KeepPermissions { get; init; }

    /// <summary>What runs were seen to use of the default token's permissions.</summary>
    public IReadOnlyList<Permissions.Evidence.Observation> Evidence { get; init; } = [];

    /// <summary>Whether the repository's scripts and documents are read.</summary>
    public bool PipelinesOnly { get; init; }

    /// <summary>What earlier audits of the same repository found in files that are the same now; null to look at all anew.</summary>
    public AuditMemory? Memory { get; init; }

    /// <summary>Where the audit leaves what it found for the next one; null for nowhere.</summary>
    public Caching.AuditCache? Cache { get; init; }

    /// <summary>Which rules run without being asked for one by one: those of this start and of every earlier one.</summary>
    public RuleStart Start { get; init; } = RuleStart.Audit;

    /// <summary>What git says of the repository; null where it is not to be asked. Nothing is asked before a rule needs it.</summary>
    public Hygiene.IGitFacts? Git { get; init; }
}
