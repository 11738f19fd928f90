namespace Warder.Engine.Rules.Use;

/// <summary>What is known of a step and a variable of its environment, rising.</summary>
internal enum StepReading
{
    /// <summary>It is not seen to read it.</summary>
    NotSeen,

    /// <summary>It runs something of the repository that cannot be read here, and that may read it.</summary>
    Unknown,

    /// <summary>It is seen to read it.</summary>
    Seen,
}
