namespace Warder.Engine.Activity;

/// <summary>What one author did; people of one name count as one, as in <c>git shortlog -s</c>.</summary>
/// <param name="Name">The name.</param>
/// <param name="Commits">Commits, merges included.</param>
/// <param name="Added">Lines added.</param>
/// <param name="Deleted">Lines deleted.</param>
public sealed record AuthorActivity(string Name, int Commits, long Added, long Deleted)
{
    private const string BotEnding = "[bot]";

    /// <summary>Whether it is a bot by its name: the platform ends the names of bots in <c>[bot]</c>.</summary>
    public bool IsBot => IsBotName(Name);

    /// <summary>Whether a name is that of a bot.</summary>
    public static bool IsBotName(string name) => name.EndsWith(BotEnding, StringComparison.OrdinalIgnoreCase);
}
