using System.Text.Json;

namespace Warder.Engine.Setup;

/// <summary>A CI system as a setup knows it.</summary>
/// <param name="Name">The name by which it is chosen.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Marks">Paths, or starts of paths that end in a slash, that say it is in use.</param>
/// <param name="Path">The file that validates; null where its pipelines live in one file that is the owner's.</param>
/// <param name="Template">The template of that file.</param>
/// <param name="ByHand">What the owner has to do himself; null for nothing.</param>
internal sealed record CiSystem(string Name, string Title, IReadOnlyList<string> Marks, string? Path, string? Template, string? ByHand)
{
    /// <summary>All of them; the first whose mark is found is in use.</summary>
    public static IReadOnlyList<CiSystem> All { get; } = Load();

    private static CiSystem[] Load()
    {
        using var stream = typeof(CiSystem).Assembly.GetManifestResourceStream("setup/ci-systems.json")
            ?? throw new InvalidOperationException("ci-systems.json is not embedded.");
        using var document = JsonDocument.Parse(stream);
        return Facts.FactFile.Rows(document.RootElement, "systems", row => new CiSystem(
            Facts.FactFile.Text(row, "name"),
            Facts.FactFile.Text(row, "title"),
            Facts.FactFile.Texts(row, "marks"),
            Facts.FactFile.TextOrNull(row, "path"),
            Facts.FactFile.TextOrNull(row, "template"),
            Facts.FactFile.TextOrNull(row, "by_hand")));
    }
}
