namespace Warder.Engine.Auditing;

/// <summary>What hides a finding.</summary>
public enum SuppressionKind
{
    /// <summary>A comment in the file.</summary>
    Inline,

    /// <summary>An exception of the policy.</summary>
    Exception,

    /// <summary>The baseline.</summary>
    Baseline,
}
