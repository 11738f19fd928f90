using System.Text.Json;

namespace Warder.Engine.Facts;

/// <summary>What requests to the platform's API need: <c>endpoints.json</c> and <c>graphql.json</c>.</summary>
public sealed class ApiFacts
{
    private const int Method = 0;
    private const int Path = 1;
    private const int Operation = 2;
    private const int Permissions = 3;
    private const int RowBasis = 4;
    private readonly Dictionary<string, ApiRequirement> _byOperation = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ApiRequirement> _byField = new(StringComparer.Ordinal);
    private readonly List<(string Method, string[] Segments, ApiRequirement Requirement)> _paths = [];

    private ApiFacts()
    {
    }

    /// <summary>By the operation of a client library: <c>issues</c>, <c>createComment</c>; null where there is none.</summary>
    public ApiRequirement? FindOperation(string group, string operation) => _byOperation.GetValueOrDefault(Normalise(group) + "/" + Normalise(operation));

    /// <summary>By a field of the graph: <c>addComment</c>; null where there is none.</summary>
    public ApiRequirement? FindField(string field) => _byField.GetValueOrDefault(field);

    /// <summary>By method and path; a segment that is not known is <see cref="FactCondition.Hole"/>. Null where there is none.</summary>
    public ApiRequirement? FindPath(string method, string path)
    {
        var segments = path.Split('?')[0].Trim('/').Split('/');
        (int Literals, ApiRequirement Requirement)? best = null;
        foreach (var row in _paths)
        {
            if (row.Method == method && Literals(row.Segments, segments) is { } literals && (best is null || literals > best.Value.Literals))
            {
                best = (literals, row.Requirement);
            }
        }

        return best?.Requirement;
    }

    internal static ApiFacts Load()
    {
        var facts = new ApiFacts();
        using var endpoints = FactFile.Open("endpoints.json");
        foreach (var row in endpoints.RootElement.GetProperty("operations").EnumerateArray())
        {
            var operation = row[Operation].GetString()!;
            var requirement = ApiRequirement.Parse(operation, row[Permissions].GetString()!, row.GetArrayLength() > RowBasis ? row[RowBasis].GetString()! : "documented");
            facts._byOperation.TryAdd(string.Join('/', operation.Split('/').Select(Normalise)), requirement);
            facts._paths.Add((row[Method].GetString()!, row[Path].GetString()!.Trim('/').Split('/'), requirement));
        }

        using var graph = FactFile.Open("graphql.json");
        foreach (var row in graph.RootElement.GetProperty("fields").EnumerateArray())
        {
            facts.AddField(row);
        }

        return facts;
    }

    private void AddField(JsonElement row)
    {
        var name = row[Path].GetString()!;
        _byField.TryAdd(name, ApiRequirement.Parse(name, row[Operation].GetString()!, row.GetArrayLength() > Permissions ? row[Permissions].GetString()! : "documented"));
    }

    // `listForRepo`, `list-for-repo` and `list_for_repo` are one.
    private static string Normalise(string name) => name.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();

    private static int? Literals(string[] template, string[] written)
    {
        var literals = 0;
        var at = 0;
        for (; at < template.Length; at++)
        {
            // A reference or a file's path may have slashes of its own.
            var isLast = at == template.Length - 1;
            if (at >= written.Length)
            {
                return null;
            }

            if (template[at] is ['{', ..])
            {
                if (isLast)
                {
                    return template[at] is "{path}" or "{ref}" or "{basehead}" || written.Length == template.Length ? literals : null;
                }
            }
            else if (string.Equals(template[at], written[at], StringComparison.Ordinal))
            {
                literals++;
            }
            else
            {
                return null;
            }
        }

        return at == written.Length ? literals : null;
    }
}
