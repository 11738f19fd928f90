using Warder.Engine.Policy;
using Warder.History;

namespace Warder.Cli.History;

/// <summary>Where a repository's history is kept: what the user names, else what the policy's environment variable holds, else a file.</summary>
internal static class HistoryPlace
{
    private const string IgnoreFile = ".warder/.gitignore";

    /// <summary>The path or the connection string.</summary>
    public static string Of(string root, AuditPolicy policy, string? given)
    {
        if (given is not null)
        {
            return given;
        }

        if (policy.HistoryConnection is not { } variable)
        {
            return Path.Join(root, HistoryDatabase.DefaultPath);
        }

        return Environment.GetEnvironmentVariable(variable) is { Length: > 0 } connection
            ? connection
            : throw new OutputError($"the policy keeps the history where the environment variable {variable} says, and it is not set.");
    }

    /// <summary>Opens the history to write to it. A new file in its usual place is kept out of git.</summary>
    public static HistoryDatabase OpenToWrite(string root, AuditPolicy policy, string? given)
    {
        var place = Of(root, policy, given);
        var usual = Path.Join(root, HistoryDatabase.DefaultPath);
        if (place == usual)
        {
            OutputFile.RefuseLinks(root, HistoryDatabase.DefaultPath);
            if (!File.Exists(usual) && !File.Exists(Path.Join(root, IgnoreFile)))
            {
                OutputFile.WriteInside(root, IgnoreFile, writer => writer.Write("# Written by Warder: the history is each machine's own.\nhistory.db*\n.gitignore\n"));
            }
        }

        return HistoryDatabase.Open(place);
    }

    /// <summary>Opens the history to read it; null where there is none.</summary>
    public static HistoryDatabase? OpenToRead(string root, AuditPolicy policy, string? given)
    {
        var place = Of(root, policy, given);
        if (place == Path.Join(root, HistoryDatabase.DefaultPath))
        {
            OutputFile.RefuseLinks(root, HistoryDatabase.DefaultPath);
        }

        return HistoryDatabase.OpenExisting(place);
    }
}
