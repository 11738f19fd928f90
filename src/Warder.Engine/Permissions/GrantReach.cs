namespace Warder.Engine.Permissions;

/// <summary>What the default token may do at a place, as far as the file shows it.</summary>
internal enum GrantReach
{
    /// <summary>No grant is written: settings decide that a file does not show.</summary>
    Unknown,

    /// <summary>Nothing above reading.</summary>
    ReadOnly,

    /// <summary>Something above reading.</summary>
    Writes,
}
