namespace Warder.Engine.Findings;

/// <summary>Who wants to see a finding; each sees what those before see.</summary>
public enum Persona
{
    /// <summary>Everyone.</summary>
    Regular,

    /// <summary>Who wants things tidy as well as right.</summary>
    Pedantic,

    /// <summary>Who looks for everything, false alarms included.</summary>
    Auditor,
}
