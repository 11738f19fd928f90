using System.Text;

namespace Warder.Sessions.Tools;

/// <summary>A folder in which a test tool may have something to do.</summary>
/// <param name="Root">The repository.</param>
/// <param name="Path">The folder, relative to it; empty for the repository itself.</param>
internal sealed record ProjectFolder(string Root, string Path)
{
    private const int LargestFile = 1024 * 1024;
    private const int MostFiles = 10_000;

    /// <summary>The folder on disk.</summary>
    public string Full => System.IO.Path.Join(Root, Path);

    public bool HasFile(string name) => File.Exists(System.IO.Path.Join(Full, name));

    public bool HasFolder(string name) => Directory.Exists(System.IO.Path.Join(Full, name));

    /// <summary>The text of a file; null where there is none, or a very large one.</summary>
    public string? Text(string name)
    {
        try
        {
            var file = new FileInfo(System.IO.Path.Join(Full, name));
            return file.Exists && file.Length <= LargestFile ? File.ReadAllText(file.FullName, Encoding.UTF8) : null;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Names of files right here that end so, sorted.</summary>
    public IEnumerable<string> Ending(string ending)
    {
        try
        {
            return [.. new DirectoryInfo(Full).EnumerateFiles().Select(f => f.Name).Where(n => n.EndsWith(ending, StringComparison.OrdinalIgnoreCase)).Take(MostFiles).Order(StringComparer.Ordinal)];
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
