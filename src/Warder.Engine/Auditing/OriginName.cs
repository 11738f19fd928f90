namespace Warder.Engine.Auditing;

/// <summary>Reads from git's configuration under which name the platform knows a repository.</summary>
internal static class OriginName
{
    /// <summary>Where git keeps it, seen from the repository.</summary>
    public const string ConfigPath = ".git/config";

    private const string Host = "github.com";
    private const string Ending = ".git";

    /// <summary>The <c>owner/name</c> of the remote <c>origin</c>, in lower case; null where there is none on the platform.</summary>
    public static string? Of(string? configuration)
    {
        var isOrigin = false;
        foreach (var line in (configuration ?? "").Split('\n'))
        {
            var trimmed = line.Trim();
            if (trimmed.StartsWith('['))
            {
                isOrigin = trimmed == "[remote \"origin\"]";
            }
            else if (isOrigin && trimmed.StartsWith("url", StringComparison.Ordinal) && trimmed.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals)
            {
                return NameIn(trimmed[(equals + 1)..].Trim());
            }
        }

        return null;
    }

    // https://github.com/owner/name.git, git@github.com:owner/name, ssh://git@github.com/owner/name
    private static string? NameIn(string address)
    {
        var host = address.IndexOf(Host, StringComparison.OrdinalIgnoreCase);
        if (host < 0 || (host > 0 && address[host - 1] is not ('/' or '@')))
        {
            return null;
        }

        var rest = address[(host + Host.Length)..];
        if (rest.Length == 0 || rest[0] is not ('/' or ':'))
        {
            return null;
        }

        var name = rest[1..].TrimEnd('/');
        name = name.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) ? name[..^Ending.Length] : name;
        return name.Split('/') is [{ Length: > 0 }, { Length: > 0 }] ? name.ToLowerInvariant() : null;
    }
}
