namespace Warder.Engine.Auditing;

/// <summary>What an entry of a folder is.</summary>
internal enum EntryKind
{
    /// <summary>A file; where the system does not tell, whatever is neither folder nor link.</summary>
    File,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A link, wherever it leads.</summary>
    Link,

    /// <summary>A pipe, a socket or a device.</summary>
    Special,
}
