using System.Text.Json;

namespace Warder.Engine.Facts;

/// <summary>How an action is told to restore a cache.</summary>
/// <param name="Name">Its <c>owner/name[/path]</c>.</param>
/// <param name="Input">The input that decides; null where it always does.</param>
/// <param name="Default">The value of that input where it is not given.</param>
/// <param name="Since">The first major version of which the default is true; null for all.</param>
/// <param name="Off">Values of the input by which nothing is restored.</param>
/// <param name="Unless">Inputs and their values by which nothing is restored either.</param>
public sealed record CacheAction(string Name, string? Input, string? Default, int? Since, IReadOnlyList<string> Off, IReadOnlyDictionary<string, string> Unless)
{
    private static readonly string[] Negative = ["", "false"];

    internal static CacheAction Read(JsonElement row) => new(
        FactFile.Text(row, "action"),
        FactFile.TextOrNull(row, "input"),
        FactFile.TextOrNull(row, "default"),
        ActionVersion.MajorOf(FactFile.TextOrNull(row, "since")),
        row.TryGetProperty("off", out _) ? FactFile.Texts(row, "off") : Negative,
        FactFile.Map(row, "unless"));
}
