namespace Warder.Engine.Setup;

/// <summary>One thing of a setup.</summary>
/// <param name="Part">What it is part of.</param>
/// <param name="Deed">What is done.</param>
/// <param name="Path">The file or folder, relative to the repository.</param>
/// <param name="What">One line that says what is in it, or why it is left.</param>
/// <param name="Change">The file's bytes after it, from those before it (none where there is no file); null where no file is written.</param>
public sealed record SetupItem(SetupPart Part, SetupDeed Deed, string Path, string What, Func<byte[], byte[]>? Change = null)
{
    /// <summary>Whether something is written.</summary>
    public bool Writes => Deed is SetupDeed.Create or SetupDeed.Add or SetupDeed.Folder;
}
