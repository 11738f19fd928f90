using Warder.Engine.Findings;

namespace Warder.Engine.Policy;

/// <summary>How soon a violation must be answered; the policy key <c>response-times</c>.</summary>
public sealed record ResponseTimes
{
    /// <summary>The times of a repository whose policy says nothing: one hour, one day, one week.</summary>
    public static ResponseTimes Default { get; } = new();

    /// <summary>For a finding of severity critical.</summary>
    public TimeSpan Critical { get; init; } = TimeSpan.FromHours(1);

    /// <summary>For a finding of severity error.</summary>
    public TimeSpan Major { get; init; } = TimeSpan.FromHours(24);

    /// <summary>For a warning or a note.</summary>
    public TimeSpan Minor { get; init; } = TimeSpan.FromDays(7);

    /// <summary>The time for a finding of this severity.</summary>
    public TimeSpan For(Severity severity) => severity switch
    {
        Severity.Critical => Critical,
        Severity.Error => Major,
        _ => Minor,
    };
}
