using Warder.Engine.Findings;

namespace Warder.Engine.Periods;

/// <summary>A finding as a period saw it.</summary>
public sealed record PeriodFinding
{
    /// <summary>Its identity.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The rule's slug.</summary>
    public required string Rule { get; init; }

    /// <summary>How bad it was.</summary>
    public required Severity Severity { get; init; }

    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary>The line, from 1; null where it has been seen since, and so only the line of then is no longer known.</summary>
    public required int? Line { get; init; }

    /// <summary>What is wrong.</summary>
    public required string Message { get; init; }

    /// <summary>The token.</summary>
    public string? Token { get; init; }

    /// <summary>The last time it was opened before the period's end.</summary>
    public required DateTimeOffset Opened { get; init; }

    /// <summary>When it was fixed in the period; null where it was not.</summary>
    public DateTimeOffset? Fixed { get; init; }

    /// <summary>Until when the policy wants an answer.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>Whether something hid it at the period's end.</summary>
    public bool IsAccepted { get; init; }

    /// <summary>Whether it is one that was there before.</summary>
    public bool IsAgain { get; init; }

    /// <summary>Whether it is of severity error or worse.</summary>
    public bool IsViolation => Severity >= Severity.Error;

    /// <summary>How long it was open, until it was fixed or until a moment; a clock that was set back makes it no less than nothing.</summary>
    public TimeSpan OpenFor(DateTimeOffset moment) => (Fixed ?? moment) is var end && end > Opened ? end - Opened : TimeSpan.Zero;

    /// <summary>Whether it was still open when its answer was due.</summary>
    public bool IsOverdueAt(DateTimeOffset moment) => Fixed is null && !IsAccepted && moment > Due;
}
