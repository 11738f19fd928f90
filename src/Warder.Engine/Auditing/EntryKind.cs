namespace Warder.Engine.Auditing;

/// <summary>What an entry of a folder is.</summary>
internal enum EntryKind
{
    /// <summary>A file, or whatever is neither folder nor link.</summary>
    File,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A link, wherever it leads.</summary>
    Link,
}
