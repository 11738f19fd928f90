using System.Text.Json;

namespace Warder.Engine.Exposure.Flow;

/// <summary>Programs that run code out of the work tree, from <c>tree-runners.json</c>.</summary>
internal static class TreeRunners
{
    private static readonly Lazy<Table> Data = new(Load);

    /// <summary>The first words of commands that run it.</summary>
    public static IReadOnlyList<string[]> Commands => Data.Value.Commands;

    /// <summary>Programs that run the file named first.</summary>
    public static IReadOnlyList<string> Interpreters => Data.Value.Interpreters;

    /// <summary>Options that name the folder in which a program works.</summary>
    public static IReadOnlyList<string> FolderOptions => Data.Value.FolderOptions;

    /// <summary>Options with which nothing of the tree is run.</summary>
    public static IReadOnlyList<string> Harmless => Data.Value.Harmless;

    /// <summary>Actions that run it.</summary>
    public static IReadOnlyList<string> Actions => Data.Value.Actions;

    private static Table Load()
    {
        using var data = typeof(TreeRunners).Assembly.GetManifestResourceStream("tree-runners.json")!;
        using var document = JsonDocument.Parse(data);
        string[] Read(string key) => [.. document.RootElement.GetProperty(key).EnumerateArray().Select(e => e.GetString()!)];
        return new Table([.. Read("commands").Select(c => c.Split(' '))], Read("interpreters"), Read("folderOptions"), Read("harmless"), Read("actions"));
    }

    private sealed record Table(string[][] Commands, string[] Interpreters, string[] FolderOptions, string[] Harmless, string[] Actions);
}
