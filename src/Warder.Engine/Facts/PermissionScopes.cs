using System.Text.Json;
using Warder.Engine.Registry;
using Warder.Pipelines;

namespace Warder.Engine.Facts;

/// <summary>The permissions that exist: <c>permission-scopes.json</c>.</summary>
public sealed class PermissionScopes
{
    private readonly FactRows _rows = FactRows.Open("permission-scopes.json", "kind");
    private readonly Lazy<Dictionary<string, PermissionScope>> _workflow;
    private readonly Lazy<ILookup<string, PermissionScope>> _byName;
    private readonly Lazy<IReadOnlyList<PermissionScope>> _all;
    private readonly Lazy<IReadOnlyList<string>> _workflowNames;

    private PermissionScopes()
    {
        _workflow = new Lazy<Dictionary<string, PermissionScope>>(() => ReadAll("workflow").ToDictionary(s => s.Name, StringComparer.Ordinal));
        _byName = new Lazy<ILookup<string, PermissionScope>>(() => All.ToLookup(s => Normalise(s.Name), StringComparer.Ordinal));
        _all = new Lazy<IReadOnlyList<PermissionScope>>(() => ReadAll());
        _workflowNames = new Lazy<IReadOnlyList<string>>(() => [.. _workflow.Value.Keys.Order(StringComparer.Ordinal)]);
    }

    /// <summary>All of them in the order of the data.</summary>
    public IReadOnlyList<PermissionScope> All => _all.Value;

    /// <summary>The names a workflow's <c>permissions</c> knows, sorted.</summary>
    public IReadOnlyList<string> WorkflowNames => _workflowNames.Value;

    /// <summary>The scope of a workflow's <c>permissions</c>, compared with case; null where there is none.</summary>
    public PermissionScope? FindInWorkflow(string name) => _workflow.Value.GetValueOrDefault(name);

    /// <summary>Every permission of this name, whatever its kind; <c>-</c> and <c>_</c> are one and case counts for nothing.</summary>
    public IReadOnlyList<PermissionScope> Find(string name) => [.. _byName.Value[Normalise(name)]];

    internal static PermissionScopes Load() => new();

    /// <summary>Those of one kind, or all.</summary>
    private List<PermissionScope> ReadAll(string? kind = null)
    {
        var all = new List<PermissionScope>();
        foreach (var row in _rows)
        {
            if (kind is null || _rows.IsOf(row, kind))
            {
                all.Add(FactRows.Read(row, Read));
            }
        }

        return all;
    }

    private static PermissionScope Read(JsonElement row)
    {
        var levels = new List<GrantLevel>();
        foreach (var level in row.GetProperty("levels").EnumerateArray())
        {
            levels.Add(LevelOf(level.GetString()!));
        }

        var risks = new Dictionary<GrantLevel, RiskLevel>();
        var risk = row.GetProperty("risk");
        if (risk.ValueKind == JsonValueKind.String)
        {
            risks.Add(GrantLevel.None, RiskOf(risk.GetString()!));
        }
        else
        {
            foreach (var level in risk.EnumerateObject())
            {
                risks.Add(LevelOf(level.Name), RiskOf(level.Value.GetString()!));
            }
        }

        return new PermissionScope
        {
            Kind = KindOf(row.GetProperty("kind").GetString()!),
            Name = row.GetProperty("name").GetString()!,
            Levels = levels,
            Risks = risks,
            Reason = row.GetProperty("reason").GetString()!,
        };
    }

    private static string Normalise(string name) => name.ToLowerInvariant().Replace('_', '-');

    private static GrantLevel LevelOf(string word) =>
        PermissionReader.LevelOf(word) ?? throw new InvalidOperationException($"permission-scopes.json has an unknown level: {word}");

    private static RiskLevel RiskOf(string word) => word switch
    {
        "low" => RiskLevel.Low,
        "medium" => RiskLevel.Medium,
        "high" => RiskLevel.High,
        "critical" => RiskLevel.Critical,
        _ => throw new InvalidOperationException($"permission-scopes.json has an unknown risk: {word}"),
    };

    private static PermissionKind KindOf(string word) => word switch
    {
        "workflow" => PermissionKind.Workflow,
        "workflow-shorthand" => PermissionKind.WorkflowShorthand,
        "app" => PermissionKind.App,
        "classic" => PermissionKind.Classic,
        "registry-word" => PermissionKind.RegistryWord,
        _ => throw new InvalidOperationException($"permission-scopes.json has an unknown kind: {word}"),
    };
}
