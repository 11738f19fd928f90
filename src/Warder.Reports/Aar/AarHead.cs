namespace Warder.Reports.Aar;

/// <summary>What a report is about, and of when.</summary>
public sealed record AarHead
{
    /// <summary>Its kind.</summary>
    public required AarKind Kind { get; init; }

    /// <summary>How much it tells.</summary>
    public required AarMode Mode { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>The number of the issue or pull request; null for other kinds.</summary>
    public int? Number { get; init; }

    /// <summary>The day that it is of.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The first day that it looks at, UTC.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day that it looks at.</summary>
    public required DateOnly Last { get; init; }

    /// <summary>What the repository is called.</summary>
    public required string Repository { get; init; }

    /// <summary>The commit that the files stand at; null where git does not say.</summary>
    public string? Commit { get; init; }

    /// <summary>The version of Warder.</summary>
    public required string Version { get; init; }

    /// <summary>How many entries of a list are told.</summary>
    public int Most => Mode switch { AarMode.Minimal => 0, AarMode.Auto => 10, _ => int.MaxValue };
}
