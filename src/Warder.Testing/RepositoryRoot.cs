namespace Warder.Testing;

/// <summary>Finds Warder's own source tree from a test's output folder.</summary>
public static class RepositoryRoot
{
    /// <summary>The folder that holds <c>Warder.slnx</c>.</summary>
    public static string Path { get; } = Find();

    /// <summary>A path under the root.</summary>
    public static string Combine(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "Warder.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Warder.slnx stands in no folder above " + AppContext.BaseDirectory);
    }
}
