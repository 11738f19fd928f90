using System.Collections.Frozen;
using System.Text.Json;
using Warder.Engine.Registry;
using Warder.Pipelines;

namespace Warder.Engine.Facts;

/// <summary>The permissions that exist: <c>permission-scopes.json</c>.</summary>
public sealed class PermissionScopes
{
    private readonly FrozenDictionary<string, PermissionScope> _workflow;
    private readonly FrozenDictionary<string, List<PermissionScope>> _byName;

    private PermissionScopes(IReadOnlyList<PermissionScope> all)
    {
        All = all;
        _workflow = all.Where(s => s.Kind == PermissionKind.Workflow).ToFrozenDictionary(s => s.Name, StringComparer.Ordinal);
        _byName = all.GroupBy(s => Normalise(s.Name), StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        WorkflowNames = [.. _workflow.Keys.Order(StringComparer.Ordinal)];
    }

    /// <summary>All of them in the order of the data.</summary>
    public IReadOnlyList<PermissionScope> All { get; }

    /// <summary>The names a workflow's <c>permissions</c> knows, sorted.</summary>
    public IReadOnlyList<string> WorkflowNames { get; }

    /// <summary>The scope of a workflow's <c>permissions</c>, compared with case; null where there is none.</summary>
    public PermissionScope? FindInWorkflow(string name) => _workflow.GetValueOrDefault(name);

    /// <summary>Every permission of this name, whatever its kind; <c>-</c> and <c>_</c> are one and case counts for nothing.</summary>
    public IReadOnlyList<PermissionScope> Find(string name) => _byName.TryGetValue(Normalise(name), out var found) ? found : [];

    internal static PermissionScopes Load()
    {
        using var stream = typeof(PermissionScopes).Assembly.GetManifestResourceStream("permission-scopes.json")
            ?? throw new InvalidOperationException("permission-scopes.json is not embedded.");
        using var document = JsonDocument.Parse(stream);
        var all = new List<PermissionScope>();
        foreach (var row in document.RootElement.GetProperty("permissions").EnumerateArray())
        {
            all.Add(Read(row));
        }

        return new PermissionScopes(all);
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
