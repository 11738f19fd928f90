using System.Collections.Frozen;
using System.Text.Json;
using Warder.Pipelines;

namespace Warder.Engine.Facts;

/// <summary>What is known of actions: <c>actions.json</c>.</summary>
public sealed class ActionFacts
{
    private readonly FrozenDictionary<string, ActionFact> _byName;

    private ActionFacts(IEnumerable<ActionFact> all) =>
        _byName = all.ToFrozenDictionary(a => a.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>How many actions are known.</summary>
    public int Count => _byName.Count;

    /// <summary>What is known of an action by its <c>owner/name[/path]</c>, compared without case; null where nothing is.</summary>
    public ActionFact? Find(string name) => _byName.GetValueOrDefault(name);

    internal static ActionFacts Load()
    {
        using var document = FactFile.Open("actions.json");
        return new ActionFacts(FactFile.Rows(document.RootElement, "actions", Read));
    }

    private static ActionFact Read(JsonElement row) => new()
    {
        Name = FactFile.Text(row, "action"),
        TokenInputs = FactFile.Rows(row, "tokenInputs", ReadInput),
        TokenVariables = FactFile.Texts(row, "tokenEnv"),
        Needs = FactFile.Rows(row, "needs", ReadNeed),
        NeedsUnknown = FactFile.Flag(row, "needsUnknown"),
        PersistsCredential = FactFile.Flag(row, "persistsCredential"),
    };

    private static ActionTokenInput ReadInput(JsonElement row) => new(
        FactFile.Text(row, "input"),
        FactFile.Text(row, "default") == "github.token",
        FactFile.TextOrNull(row, "purpose") == "download-only",
        ActionVersion.MajorOf(FactFile.TextOrNull(row, "since")),
        ActionVersion.MajorOf(FactFile.TextOrNull(row, "until")));

    private static ActionNeed ReadNeed(JsonElement row) => new(
        FactFile.Text(row, "permission"),
        FactFile.Text(row, "level") == "write" ? GrantLevel.Write : GrantLevel.Read,
        FactFile.Text(row, "when"),
        FactFile.Texts(row, "or"));
}
