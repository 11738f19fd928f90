namespace Warder.Engine.Rotation;

/// <summary>How a token stands to the day on which its value must be replaced.</summary>
public enum RotationState
{
    /// <summary>The day is past.</summary>
    Overdue,

    /// <summary>The day comes within the days of the first warning.</summary>
    Due,

    /// <summary>No day is known: the entry has neither <c>rotated</c> nor <c>created</c> nor <c>expires</c>.</summary>
    Undated,

    /// <summary>The day is far.</summary>
    Scheduled,

    /// <summary>There is no value to replace: the platform's own token and OIDC are made for each run.</summary>
    Exempt,
}
