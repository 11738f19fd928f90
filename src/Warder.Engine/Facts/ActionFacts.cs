namespace Warder.Engine.Facts;

/// <summary>What is known of actions: <c>actions.json</c>.</summary>
public sealed class ActionFacts
{
    private readonly FactTable<ActionFact> _table;

    private ActionFacts(FactTable<ActionFact> table) => _table = table;

    /// <summary>How many actions are known.</summary>
    public int Count => _table.Keys.Count;

    /// <summary>The names of the known actions, sorted.</summary>
    public IReadOnlyList<string> Names => _table.Keys;

    /// <summary>What is known of an action by its <c>owner/name[/path]</c>, compared without case; null where nothing is.</summary>
    public ActionFact? Find(string name) => _table.Find(name);

    internal static ActionFacts Load() => new(FactTable<ActionFact>.Open("actions.json", "action", ActionFact.Read));
}
