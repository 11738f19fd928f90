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

    /// <summary>Modules of Python that run nothing of the tree.</summary>
    public static IReadOnlyList<string> Modules => Data.Value.Modules;

    /// <summary>Actions that run it.</summary>
    public static IReadOnlyList<string> Actions => Data.Value.Actions;

    /// <summary>The first words of commands that only build an image, apart from the job's environment and logins.</summary>
    public static IReadOnlyList<string[]> ImageCommands => Data.Value.ImageCommands;

    /// <summary>Actions that only build an image.</summary>
    public static IReadOnlyList<string> ImageActions => Data.Value.ImageActions;

    /// <summary>Options and inputs that hand something of the job to the build of an image.</summary>
    public static IReadOnlyList<string> Handing => Data.Value.Handing;

    /// <summary>Actions that leave a token in a file of the work tree.</summary>
    public static IReadOnlyList<string> Leavers => Data.Value.Leavers;

    /// <summary>Whether a program runs nothing of the tree with an option.</summary>
    public static bool IsHarmless(string program, string option) =>
        (Data.Value.Harmless.TryGetValue("*", out var all) && all.Contains(option, StringComparer.Ordinal))
        || (Data.Value.Harmless.TryGetValue(program, out var own) && own.Contains(option, StringComparer.Ordinal));

    private static Table Load()
    {
        using var data = typeof(TreeRunners).Assembly.GetManifestResourceStream("tree-runners.json")!;
        using var document = JsonDocument.Parse(data);
        string[] Read(string key) => Texts(document.RootElement.GetProperty(key));
        var harmless = document.RootElement.GetProperty("harmless").EnumerateObject().ToDictionary(p => p.Name, p => Texts(p.Value), StringComparer.Ordinal);
        string[][] Words(string key) => [.. Read(key).Select(c => c.Split(' '))];
        return new Table(
            Words("commands"), Read("interpreters"), Read("folderOptions"), harmless, Read("modules"), Read("actions"), Words("imageCommands"), Read("imageActions"), Read("handing"), Read("leavers"));
    }

    private static string[] Texts(JsonElement list) => [.. list.EnumerateArray().Select(e => e.GetString()!)];

    private sealed record Table(
        string[][] Commands, string[] Interpreters, string[] FolderOptions, Dictionary<string, string[]> Harmless, string[] Modules, string[] Actions,
        string[][] ImageCommands, string[] ImageActions, string[] Handing, string[] Leavers);
}
