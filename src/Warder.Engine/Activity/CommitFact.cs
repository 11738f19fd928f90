namespace Warder.Engine.Activity;

/// <summary>A commit as git tells it.</summary>
public sealed record CommitFact
{
    /// <summary>Git's name of it.</summary>
    public required string Id { get; init; }

    /// <summary>Its parents.</summary>
    public required IReadOnlyList<string> Parents { get; init; }

    /// <summary>Who wrote it, as <c>.mailmap</c> names the person.</summary>
    public required string Author { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset Authored { get; init; }

    /// <summary>When it was committed: the time that periods go by, as git's own <c>--since</c> does.</summary>
    public required DateTimeOffset Committed { get; init; }

    /// <summary>The first line of its message.</summary>
    public required string Subject { get; init; }

    /// <summary>The rest of its message.</summary>
    public string Body { get; init; } = "";

    /// <summary>The files that it changed; of a merge none, since its branch's commits tell them.</summary>
    public IReadOnlyList<FileChange> Files { get; init; } = [];

    /// <summary>Whether a shallow clone ends here: its parents, and so what it changed, are not known.</summary>
    public bool IsBoundary { get; init; }

    /// <summary>Whether it joins branches.</summary>
    public bool IsMerge => Parents.Count > 1;

    /// <summary>The day of it, UTC.</summary>
    public DateOnly Day => DateOnly.FromDateTime(Committed.UtcDateTime);
}
