using Warder.Engine.Setup;

namespace Warder.Cli.Setup;

/// <summary>Does what a setup planned: each file whole or not at all, and none over another.</summary>
internal static class SetupOnDisk
{
    public static void Apply(string root, IEnumerable<SetupItem> plan)
    {
        foreach (var item in plan.Where(i => i.Writes))
        {
            if (item.Deed == SetupDeed.Folder)
            {
                MakeFolder(root, item.Path);
                continue;
            }

            OutputFile.RefuseLinks(root, item.Path);
            var full = Path.Join(root, item.Path);
            var before = Path.Exists(full) ? Read(full, item.Path) : [];
            if (item.Deed == SetupDeed.Create && Path.Exists(full))
            {
                throw new OutputError($"{item.Path} is there by now, and nothing is overwritten.");
            }

            OutputFile.WriteBytesInside(root, item.Path, item.Change!(before));
        }
    }

    private static void MakeFolder(string root, string path)
    {
        OutputFile.RefuseLinks(root, path);
        try
        {
            Directory.CreateDirectory(Path.Join(root, path));
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new OutputError($"{path} cannot be made: {wrong.Message}", wrong);
        }
    }

    private static byte[] Read(string full, string path)
    {
        try
        {
            return File.ReadAllBytes(full);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new OutputError($"{path} cannot be read: {wrong.Message}", wrong);
        }
    }
}
