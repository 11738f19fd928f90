namespace Warder.Engine.Facts;

/// <summary>What requests to the platform's API need: <c>endpoints.json</c> and <c>graphql.json</c>.</summary>
public sealed class ApiFacts
{
    private const int Method = 0;
    private const int Path = 1;
    private const int Operation = 2;
    private const int Permissions = 3;
    private const int RowBasis = 4;

    // Each way of asking has an index of its own, made when the first asks that way; a row is read when it is the answer.
    private readonly Lazy<List<Endpoint>> _endpoints = new(LoadEndpoints);
    private readonly Lazy<Dictionary<string, ApiRow>> _byOperation;
    private readonly Lazy<Dictionary<string, ApiRow>> _byField = new(LoadFields);
    private readonly Lazy<ILookup<string, ApiRow>> _byMember;

    private ApiFacts()
    {
        _byOperation = new Lazy<Dictionary<string, ApiRow>>(IndexOperations);
        _byMember = new Lazy<ILookup<string, ApiRow>>(() => _byField.Value.Values
            .Where(r => r.Name.Contains('.', StringComparison.Ordinal))
            .ToLookup(r => r.Name[(r.Name.IndexOf('.', StringComparison.Ordinal) + 1)..], StringComparer.Ordinal));
    }

    /// <summary>By the operation of a client library: <c>issues</c>, <c>createComment</c>; null where there is none.</summary>
    public ApiRequirement? FindOperation(string group, string operation) => _byOperation.Value.GetValueOrDefault(Normalise(group) + "/" + Normalise(operation))?.Requirement;

    /// <summary>
    /// By the names in a query of the graph: fields of the query itself, <c>addComment</c>, for sure; fields of an object, <c>repository.issues</c>,
    /// where the query names the object too.
    /// </summary>
    public IEnumerable<(ApiRequirement Requirement, bool IsSure)> FindFields(IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            if (_byField.Value.GetValueOrDefault(name) is { } field)
            {
                yield return (field.Requirement, true);
            }

            foreach (var member in _byMember.Value[name])
            {
                var owner = member.Name[..member.Name.IndexOf('.', StringComparison.Ordinal)];
                if (names.Any(n => n.Equals(owner, StringComparison.OrdinalIgnoreCase) || n.Equals(owner + "s", StringComparison.Ordinal)))
                {
                    yield return (member.Requirement, false);
                }
            }
        }
    }

    /// <summary>By method and path; a segment that is not known is <see cref="FactCondition.Hole"/>. Null where there is none.</summary>
    public ApiRequirement? FindPath(string method, string path)
    {
        var segments = path.Split('?')[0].Trim('/').Split('/');
        (int Literals, ApiRow Row)? best = null;
        foreach (var endpoint in _endpoints.Value)
        {
            if (endpoint.Method == method && Literals(endpoint.Path.AsSpan().Trim('/'), segments) is { } literals && (best is null || literals > best.Value.Literals))
            {
                best = (literals, endpoint.Row);
            }
        }

        return best?.Row.Requirement;
    }

    internal static ApiFacts Load() => new();

    private static List<Endpoint> LoadEndpoints()
    {
        var all = new List<Endpoint>();
        using var endpoints = FactFile.Open("endpoints.json");
        foreach (var row in endpoints.RootElement.GetProperty("operations").EnumerateArray())
        {
            var operation = row[Operation].GetString()!;
            var basis = row.GetArrayLength() > RowBasis ? row[RowBasis].GetString()! : "documented";
            all.Add(new Endpoint(row[Method].GetString()!, row[Path].GetString()!, new ApiRow(operation, row[Permissions].GetString()!, basis)));
        }

        return all;
    }

    private Dictionary<string, ApiRow> IndexOperations()
    {
        var index = new Dictionary<string, ApiRow>(StringComparer.OrdinalIgnoreCase);
        foreach (var endpoint in _endpoints.Value)
        {
            // The slash between group and operation stays as it is.
            index.TryAdd(Normalise(endpoint.Row.Name), endpoint.Row);
        }

        return index;
    }

    private static Dictionary<string, ApiRow> LoadFields()
    {
        var index = new Dictionary<string, ApiRow>(StringComparer.Ordinal);
        using var graph = FactFile.Open("graphql.json");
        foreach (var row in graph.RootElement.GetProperty("fields").EnumerateArray())
        {
            var name = row[Path].GetString()!;
            index.TryAdd(name, new ApiRow(name, row[Operation].GetString()!, row.GetArrayLength() > Permissions ? row[Permissions].GetString()! : "documented"));
        }

        return index;
    }

    // `listForRepo`, `list-for-repo` and `list_for_repo` are one.
    private static string Normalise(string name) => name.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();

    private static int? Literals(ReadOnlySpan<char> template, string[] written)
    {
        var literals = 0;
        var at = 0;
        var last = template.Count('/');
        foreach (var range in template.Split('/'))
        {
            // A reference or a file's path may have slashes of its own.
            var segment = template[range];
            if (at >= written.Length)
            {
                return null;
            }

            if (segment is ['{', ..])
            {
                if (at == last)
                {
                    return segment is "{path}" or "{ref}" or "{basehead}" || written.Length == last + 1 ? literals : null;
                }
            }
            else if (segment.SequenceEqual(written[at]))
            {
                literals++;
            }
            else
            {
                return null;
            }

            at++;
        }

        return at == written.Length ? literals : null;
    }

    private sealed record Endpoint(string Method, string Path, ApiRow Row);

    private sealed record ApiRow(string Name, string Permissions, string Basis)
    {
        public ApiRequirement Requirement => ApiRequirement.Parse(Name, Permissions, Basis);
    }
}
