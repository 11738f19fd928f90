using System.Text.Json;

namespace Warder.Engine.Auditing;

/// <summary>Reads from git's configuration, or where that is silent from the package's own, under which name the platform knows a repository.</summary>
internal static class OriginName
{
    /// <summary>Where git keeps it, seen from the repository.</summary>
    public const string ConfigPath = ".git/config";

    /// <summary>Where a package says which repository it is from.</summary>
    public const string PackagePath = "package.json";

    private const string Short = "github:";
    private const string Host = "github.com";
    private const string Ending = ".git";

    /// <summary>
    /// The <c>owner/name</c> of the remote <c>origin</c>, in lower case, or where that is a folder or missing what the package names as
    /// its repository; null where neither is on the platform.
    /// </summary>
    /// <param name="configuration">The text of git's configuration; null where there is none.</param>
    /// <param name="package">Reads the text of <c>package.json</c>; null where there is none.</param>
    public static string? Of(string? configuration, Func<string?> package)
    {
        var address = OriginIn(configuration);
        return address is null || address.StartsWith('/') || address.StartsWith('.') || address.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
            ? package() is { } text && RepositoryIn(text) is { } named ? NameIn(named) : null
            : NameIn(address);
    }

    private static string? OriginIn(string? configuration)
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
                return trimmed[(equals + 1)..].Trim();
            }
        }

        return null;
    }

    /// <summary>The address of the repository that a package names: a text, or the <c>url</c> of an object.</summary>
    private static string? RepositoryIn(string package)
    {
        try
        {
            using var document = JsonDocument.Parse(package);
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("repository", out var named))
            {
                return null;
            }

            var text = named.ValueKind == JsonValueKind.Object && named.TryGetProperty("url", out var url) ? url : named;
            if (text.ValueKind != JsonValueKind.String)
            {
                return null;
            }

            // `owner/name` and `github:owner/name` are short for an address.
            var address = text.GetString()!;
            var rest = address.StartsWith(Short, StringComparison.Ordinal) ? address[Short.Length..] : address;
            return rest.Contains(':', StringComparison.Ordinal) ? rest : $"{Host}/{rest}";
        }
        catch (JsonException)
        {
            return null;
        }
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
