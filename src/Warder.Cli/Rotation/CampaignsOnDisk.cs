using Warder.Engine.Rotation;

namespace Warder.Cli.Rotation;

/// <summary>The campaigns of a repository, each in a file of its own.</summary>
internal static class CampaignsOnDisk
{
    /// <summary>All of them, by name; throws where one cannot be read: a campaign that is not seen is not over.</summary>
    public static IReadOnlyList<RotationCampaign> Load(string root)
    {
        OutputFile.RefuseLinks(root, CampaignFile.Folder);
        var folder = Path.Join(root, CampaignFile.Folder);
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(Read)]
            : [];
    }

    /// <summary>Writes one, whole or not at all.</summary>
    public static void Save(string root, RotationCampaign campaign) =>
        OutputFile.WriteInside(root, CampaignFile.PathOf(campaign.Id), writer => writer.Write(CampaignFile.Write(campaign)));

    private static RotationCampaign Read(string path)
    {
        var name = $"{CampaignFile.Folder}/{Path.GetFileName(path)}";
        try
        {
            return CampaignFile.Read(File.ReadAllText(path), out var because) ?? throw new OutputError($"{name} is no campaign: {because}.");
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new OutputError($"{name} cannot be read: {wrong.Message}", wrong);
        }
    }
}
