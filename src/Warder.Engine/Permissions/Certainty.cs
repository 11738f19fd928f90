namespace Warder.Engine.Permissions;

/// <summary>How sure it is that a permission is needed.</summary>
public enum Certainty
{
    /// <summary>Only in some runs, or where something holds that the files do not decide.</summary>
    Possible,

    /// <summary>Shown by the files.</summary>
    Certain,
}
