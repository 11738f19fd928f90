namespace Warder.Reports.Aar;

/// <summary>The kinds of After Action Reports.</summary>
public enum AarKind
{
    /// <summary>The tokens of the repository: compliance, registry, violations over time.</summary>
    Governance,

    /// <summary>The repository as a whole: git, pipelines, governance.</summary>
    Health,

    /// <summary>Something that went wrong: what was within reach, and what must be replaced.</summary>
    Incident,

    /// <summary>An issue and the commits that speak of it.</summary>
    Issue,

    /// <summary>A pull request and what it changed.</summary>
    PullRequest,

    /// <summary>A stretch of work.</summary>
    Sprint,

    /// <summary>A change of the automation.</summary>
    Automation,
}
