using System.Text;

namespace Warder.Cli.Tests;

/// <summary>A folder of the test's own, removed at its end.</summary>
internal sealed class TempFolder : IDisposable
{
    public TempFolder(string name = "shop")
    {
        Base = Directory.CreateTempSubdirectory("warder-test-").FullName;
        Root = Path.Combine(Base, name);
        Directory.CreateDirectory(Root);
    }

    /// <summary>The folder around the one that tests write to: nothing of it belongs to the repository.</summary>
    public string Base { get; }

    /// <summary>The folder to work in.</summary>
    public string Root { get; }

    /// <summary>A path under the folder.</summary>
    public string this[string path] => Path.Combine(Root, path);

    /// <summary>Writes a file in UTF-8.</summary>
    public TempFolder With(string path, string text) => With(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes a file.</summary>
    public TempFolder With(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[path])!);
        File.WriteAllBytes(this[path], bytes);
        return this;
    }

    /// <summary>Makes a symbolic link.</summary>
    public TempFolder WithLink(string path, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[path])!);
        File.CreateSymbolicLink(this[path], target);
        return this;
    }

    /// <summary>Reads a file.</summary>
    public string Text(string path) => File.ReadAllText(this[path]);

    /// <summary>All files, sorted.</summary>
    public IReadOnlyList<string> Files() =>
        [.. Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Root, f)).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(Base, recursive: true);
}
