namespace Warder.Pipelines;

/// <summary>How much a permission allows, in rising order.</summary>
public enum GrantLevel
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Reading.</summary>
    Read,

    /// <summary>Reading and writing.</summary>
    Write,

    /// <summary>Everything, where a platform knows such a level.</summary>
    Admin,
}
