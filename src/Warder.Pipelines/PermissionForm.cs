namespace Warder.Pipelines;

/// <summary>How a grant is written.</summary>
public enum PermissionForm
{
    /// <summary>A map of permissions; what it does not name is none. <c>{}</c> is the empty map.</summary>
    Map,

    /// <summary><c>read-all</c>.</summary>
    ReadAll,

    /// <summary><c>write-all</c>.</summary>
    WriteAll,

    /// <summary>Something the platform does not accept.</summary>
    Invalid,
}
