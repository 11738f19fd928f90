namespace Warder.Engine.Facts;

/// <summary>The actions that restore a cache: <c>cache-actions.json</c>.</summary>
public sealed class CacheActions
{
    private readonly Dictionary<string, CacheAction> _all;

    private CacheActions(CacheAction[] all) => _all = all.ToDictionary(a => a.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>What is known of an action; null where it restores no cache.</summary>
    public CacheAction? Find(string name) => _all.GetValueOrDefault(name);

    internal static CacheActions Load()
    {
        using var document = FactFile.Open("cache-actions.json");
        return new CacheActions(FactFile.Rows(document.RootElement, "actions", CacheAction.Read));
    }
}
