namespace Warder.Engine.Registry;

/// <summary>Which rule speaks of a problem found while reading a registry.</summary>
public enum RegistryProblemKind
{
    /// <summary>The shape is wrong: not YAML, not a mapping, a wrong type, an unknown key near a known one.</summary>
    Invalid,

    /// <summary>A permission or level that is not written as one.</summary>
    Permission,
}
