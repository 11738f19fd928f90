namespace Warder.Engine.Setup;

/// <summary>What is done for one part of a setup.</summary>
public enum SetupDeed
{
    /// <summary>A file that is not there is written.</summary>
    Create,

    /// <summary>Lines are added to a file; every byte that is there stays.</summary>
    Add,

    /// <summary>A folder is made.</summary>
    Folder,

    /// <summary>It is there already and stays as it is.</summary>
    Keep,

    /// <summary>Nothing can be done safely; the owner does it.</summary>
    ByHand,
}
