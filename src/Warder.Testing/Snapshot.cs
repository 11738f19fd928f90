using System.Runtime.CompilerServices;

namespace Warder.Testing;

/// <summary>Compares what a user would see with an approved text in <c>Snapshots/</c> beside the test's class.</summary>
public static class Snapshot
{
    private const string TestsFolder = "/tests/";

    /// <summary>Compares with <c>Snapshots/Class.Method.txt</c>; <c>WARDER_UPDATE_SNAPSHOTS=1</c> rewrites it, but not where <c>CI=true</c>.</summary>
    /// <param name="actual">The text; the root of Warder's sources and <paramref name="version"/> in it become marks.</param>
    /// <param name="variant">Tells the snapshots of one method apart.</param>
    /// <param name="version">The version in the text.</param>
    /// <param name="method">The test's method.</param>
    /// <param name="file">The test's file.</param>
    public static void Match(
        string actual, string? variant = null, string? version = null, [CallerMemberName] string method = "", [CallerFilePath] string file = "")
    {
        var text = actual.Replace(RepositoryRoot.Path, "@@ROOT@@", StringComparison.Ordinal);
        if (version is not null)
        {
            text = text.Replace(version, "@@VERSION@@", StringComparison.Ordinal);
        }

        var name = $"{Path.GetFileNameWithoutExtension(Slashes(file))}.{method}";
        Store(file).Match(variant is null ? name : $"{name}.{variant}", text);
    }

    /// <summary>The snapshots beside the calling class that no test has a claim to.</summary>
    public static IReadOnlyList<string> Unclaimed([CallerFilePath] string file = "") => Store(file).Unclaimed(FolderOf(file));

    private static SnapshotStore Store(string file) => new(
        Path.Combine(FolderOf(file), "Snapshots"),
        update: string.Equals(Environment.GetEnvironmentVariable("WARDER_UPDATE_SNAPSHOTS"), "1", StringComparison.Ordinal),
        isCi: string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase));

    private static string FolderOf(string file)
    {
        // A deterministic build replaces the root of the sources in the caller's path: only what follows tests/ is sure.
        var path = Slashes(file);
        var at = path.LastIndexOf(TestsFolder, StringComparison.Ordinal);
        var relative = path[(at + 1)..path.LastIndexOf('/')];
        return RepositoryRoot.Combine(relative.Split('/'));
    }

    private static string Slashes(string path) => path.Replace('\\', '/');
}
