using Warder.Engine.Activity;

namespace Warder.Reports.Aar;

/// <summary>An issue or a pull request, as far as it is known.</summary>
public sealed record AarSubject
{
    /// <summary>Its number.</summary>
    public required int Number { get; init; }

    /// <summary>Whether the forge told; else all is what git knows.</summary>
    public required bool IsFromForge { get; init; }

    /// <summary>Why the forge did not tell, half a sentence.</summary>
    public string? Because { get; init; }

    /// <summary>Its title; null where nobody says.</summary>
    public string? Title { get; init; }

    /// <summary><c>open</c>, <c>closed</c> or <c>merged</c>; null where nobody says.</summary>
    public string? State { get; init; }

    /// <summary>Who opened it; null where nobody says.</summary>
    public string? Author { get; init; }

    /// <summary>When it was opened.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>When it was closed, or merged.</summary>
    public DateTimeOffset? Closed { get; init; }

    /// <summary>Its labels.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>The commit that brought a pull request in.</summary>
    public string? MergeCommit { get; init; }

    /// <summary>The branch that a pull request went into.</summary>
    public string? Base { get; init; }

    /// <summary>The files that it changed; null where nobody says.</summary>
    public IReadOnlyList<FileChange>? Files { get; init; }

    /// <summary>The commits that belong to it or speak of it, newest first.</summary>
    public IReadOnlyList<CommitFact> Commits { get; init; } = [];

    /// <summary>Those of them that say that they close it.</summary>
    public IReadOnlyList<string> Closing { get; init; } = [];
}
