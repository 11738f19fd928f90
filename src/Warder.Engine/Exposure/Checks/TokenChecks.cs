namespace Warder.Engine.Exposure.Checks;

/// <summary>The checks by the name that the data calls them.</summary>
internal static class TokenChecks
{
    private static readonly Dictionary<string, TokenCheck> ByName = new(StringComparer.Ordinal)
    {
        ["random"] = LooksRandom.Check,
        ["crc32-base62"] = Crc32Base62.Check,
        ["crc32-base62-legacy"] = Crc32Base62.CheckLegacy,
        ["github-fine-grained"] = GitHubFineGrained.Check,
        ["gitlab-routable"] = GitLabRoutable.Check,
        ["atlassian"] = AtlassianToken.Check,
        ["azure-devops"] = AzureDevOpsToken.Check,
        ["jwt"] = JsonWebToken.Check,
        ["github-jwt"] = JsonWebToken.CheckWithPrefix,
        ["pypi"] = PyPiMacaroon.Check,
        ["discord"] = DiscordToken.Check,
        ["aws-key"] = AwsKey.Check,
        ["private-key"] = PrivateKey.Check,
        ["service-account"] = ServiceAccountKey.Check,
    };

    /// <summary>The check of a name; null where there is none.</summary>
    public static TokenCheck? Find(string name) => ByName.GetValueOrDefault(name);
}
