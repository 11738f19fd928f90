namespace Warder.Engine.Policy;

/// <summary>How the project's tests are run and how long their artifacts are kept.</summary>
public sealed record ArtifactsPolicy
{
    /// <summary>For how many days artifacts are kept where nobody says otherwise.</summary>
    public const int DefaultKeepDays = 7;

    /// <summary>The policy of a repository whose policy file is silent.</summary>
    public static ArtifactsPolicy Default { get; } = new();

    /// <summary>The suites in the order of the file; empty where they are to be found.</summary>
    public IReadOnlyList<SuitePolicy> Suites { get; init; } = [];

    /// <summary>How long a suite may take that does not say so itself.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How many suites run at the same time.</summary>
    public int Parallel { get; init; } = 1;

    /// <summary>For how many days artifacts are kept; audit data twice as long.</summary>
    public int KeepDays { get; init; } = DefaultKeepDays;

    /// <summary>Whether findings on tokens make a run fail.</summary>
    public bool IsStrict { get; init; }
}
