namespace Warder.Engine.Auditing;

/// <summary>The numbers of one run.</summary>
public sealed record RunCounts
{
    /// <summary>Open findings by severity, from info to critical.</summary>
    public required IReadOnlyList<int> BySeverity { get; init; }

    /// <summary>Findings that something hides.</summary>
    public int Accepted { get; init; }

    /// <summary>What could not be looked at.</summary>
    public int Diagnostics { get; init; }

    /// <summary>What could not be followed.</summary>
    public int Unknowns { get; init; }

    /// <summary>Workflows read.</summary>
    public int Workflows { get; init; }

    /// <summary>Actions read.</summary>
    public int Actions { get; init; }

    /// <summary>Scripts read.</summary>
    public int Scripts { get; init; }

    /// <summary>Documents for agents read.</summary>
    public int Documents { get; init; }

    /// <summary>Jobs in the workflows.</summary>
    public int Jobs { get; init; }

    /// <summary>Tokens that the registry declares.</summary>
    public int Registered { get; init; }

    /// <summary>Uses of tokens.</summary>
    public int Uses { get; init; }

    /// <summary>Different secrets in use.</summary>
    public int Tokens { get; init; }

    /// <summary>Those of them that are not registered.</summary>
    public int Unregistered { get; init; }

    /// <summary>Uses of the default token.</summary>
    public int DefaultUses { get; init; }

    /// <summary>All open findings.</summary>
    public int Open => BySeverity.Sum();

    /// <summary>Open findings of severity error and worse.</summary>
    public int Violations => BySeverity[2] + BySeverity[3];

    /// <summary>All files read.</summary>
    public int Files => Workflows + Actions + Scripts + Documents;
}
