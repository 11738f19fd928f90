using Warder.Engine.Registry;

namespace Warder.Engine.Rotation;

/// <summary>When the value of a registered token must be replaced, and why then.</summary>
/// <param name="Entry">The token.</param>
/// <param name="State">How it stands today.</param>
/// <param name="Last">When its value was last replaced, else made; null where nobody wrote it down.</param>
/// <param name="Due">The day by which it must be replaced; null where none is known or none is needed.</param>
/// <param name="PeriodDays">After how many days it must be replaced.</param>
/// <param name="Because">What decides the day: the entry, its risk and reach, or its end.</param>
public sealed record TokenRotation(TokenEntry Entry, RotationState State, DateOnly? Last, DateOnly? Due, int PeriodDays, string Because)
{
    /// <summary>Days until it is due, negative once it is past; null where no day is known.</summary>
    /// <param name="today">The day to count from.</param>
    public int? DaysLeft(DateOnly today) => Due is { } due ? due.DayNumber - today.DayNumber : null;
}
