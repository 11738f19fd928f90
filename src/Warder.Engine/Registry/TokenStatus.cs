namespace Warder.Engine.Registry;

/// <summary>How a registry stands to a token.</summary>
public enum TokenStatus
{
    /// <summary>Registered for use.</summary>
    Registered,

    /// <summary>Registered, but to be replaced.</summary>
    Deprecated,

    /// <summary>Not to be used.</summary>
    Prohibited,
}
