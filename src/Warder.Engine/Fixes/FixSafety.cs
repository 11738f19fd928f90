namespace Warder.Engine.Fixes;

/// <summary>Whether a fix can change what a run does.</summary>
public enum FixSafety
{
    /// <summary>It keeps what works working, as far as the files and the facts show.</summary>
    Safe,

    /// <summary>It is likely right; somebody should look.</summary>
    Unsafe,
}
