using Warder.Engine.Auditing;

namespace Warder.Cli;

/// <summary>The folder that a command on one repository is given.</summary>
internal static class RepositoryFolder
{
    /// <summary>Whether it is there; where it is not, that is said on standard error.</summary>
    public static bool IsThere(string path)
    {
        if (path.Length > 0 && !path.Contains('\0', StringComparison.Ordinal) && Directory.Exists(path))
        {
            return true;
        }

        Console.Error.WriteLine($"warder: {path}: There is no such folder.");
        return false;
    }

    /// <summary>Audits the one repository that the folder is or lies in; null, with the reason on standard error, where there is not one.</summary>
    public static AuditResult? Audit(string path, AuditRun run)
    {
        if (!IsThere(path) || run.Run([AuditTargets.RootOf(path)]) is not { } results)
        {
            return null;
        }

        if (results is [{ Repository.Files.Root: not null } only])
        {
            return only;
        }

        Console.Error.WriteLine($"warder: {path}: This folder holds {results.Count} repositories; name the one that is meant.");
        return null;
    }
}
