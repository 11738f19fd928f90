using Warder.Engine.Auditing.Caching;

namespace Warder.Cli;

/// <summary>Where audits are kept for the next one: in the user's own folder for such things, never in a repository.</summary>
internal static class CacheFolder
{
    /// <summary>The variable that names another folder; empty, it keeps nothing.</summary>
    public const string Variable = "WARDER_CACHE_DIR";

    /// <summary>The cache; null where nothing is to be kept, or where the user has no folder.</summary>
    public static AuditCache? Open() => Environment.GetEnvironmentVariable(Variable) switch
    {
        "" => null,
        { } named => new AuditCache(Path.GetFullPath(named)),
        null => OfUser() is { Length: > 0 } folder ? new AuditCache(Path.Join(folder, "warder")) : null,
    };

    private static string? OfUser()
    {
        if (OperatingSystem.IsWindows())
        {
            return Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        }

        var home = Environment.GetEnvironmentVariable("HOME");
        if (OperatingSystem.IsMacOS())
        {
            return Path.IsPathRooted(home) ? Path.Join(home, "Library", "Caches") : null;
        }

        // The XDG base directory specification: a relative path there is to be ignored.
        return Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { } named && Path.IsPathRooted(named) ? named
            : Path.IsPathRooted(home) ? Path.Join(home, ".cache") : null;
    }
}
