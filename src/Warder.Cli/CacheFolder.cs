using Warder.Engine.Auditing.Caching;

namespace Warder.Cli;

/// <summary>Where audits are kept for the next one: in the user's own folder for such things, never in a repository.</summary>
internal static class CacheFolder
{
    /// <summary>The variable that names another folder; empty, it keeps nothing.</summary>
    public const string Variable = "WARDER_CACHE_DIR";

    /// <summary>The cache; null where nothing is to be kept, or where the user has no folder.</summary>
    /// <exception cref="OutputError">The variable names no absolute path.</exception>
    public static AuditCache? Open() => !OperatingSystem.IsLinux() ? null : Environment.GetEnvironmentVariable(Variable) switch
    {
        "" => null,
        { } named => Path.IsPathRooted(named) ? new AuditCache(named) : throw new OutputError($"{Variable} has to be an absolute path, or empty to keep nothing: '{named}'"),
        null => OfUser() is { } folder ? new AuditCache(Path.Join(folder, "warder")) : null,
    };

    // The XDG base directory specification: a relative path there is to be ignored.
    private static string? OfUser() =>
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { } named && Path.IsPathRooted(named) ? named
        : Environment.GetEnvironmentVariable("HOME") is { } home && Path.IsPathRooted(home) ? Path.Join(home, ".cache")
        : null;
}
