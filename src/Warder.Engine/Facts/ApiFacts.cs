using System.Text;

namespace Warder.Engine.Facts;

/// <summary>What requests to the platform's API need: <c>endpoints.json</c> and <c>graphql.json</c>.</summary>
public sealed class ApiFacts
{
    private const int Path = 1;
    private const int Operation = 2;
    private const int Permissions = 3;
    private const int RowBasis = 4;

    private readonly FactRows _endpoints = FactRows.OpenLists("endpoints.json");

    // Each way of asking has an index of its own, made when the first asks that way; a row is read when it is the answer.
    private readonly Lazy<Dictionary<string, int>> _byOperation;
    private readonly Lazy<Dictionary<string, ApiRow>> _byField = new(LoadFields);
    private readonly Lazy<ILookup<string, ApiRow>> _byMember;

    private ApiFacts()
    {
        _byOperation = new Lazy<Dictionary<string, int>>(IndexOperations);
        _byMember = new Lazy<ILookup<string, ApiRow>>(() => _byField.Value.Values
            .Where(r => r.Name.Contains('.', StringComparison.Ordinal))
            .ToLookup(r => r.Name[(r.Name.IndexOf('.', StringComparison.Ordinal) + 1)..], StringComparer.Ordinal));
    }

    /// <summary>By the operation of a client library: <c>issues</c>, <c>createComment</c>; null where there is none.</summary>
    public ApiRequirement? FindOperation(string group, string operation) =>
        _byOperation.Value.TryGetValue(Normalise(group) + "/" + Normalise(operation), out var row) ? FactRows.Read(_endpoints.RowAt(row), ReadEndpoint).Requirement : null;

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
        var written = Encoding.UTF8.GetBytes(path.Split('?')[0].Trim('/'));
        (int Literals, int Row)? best = null;
        foreach (var row in _endpoints)
        {
            if (_endpoints.IsOf(row, method) && Literals(TextAt(row, Path).Trim((byte)'/'), written) is { } literals && (best is null || literals > best.Value.Literals))
            {
                best = (literals, _endpoints.OffsetOf(row));
            }
        }

        return best is { } found ? FactRows.Read(_endpoints.RowAt(found.Row), ReadEndpoint).Requirement : null;
    }

    internal static ApiFacts Load() => new();

    private static ApiRow ReadEndpoint(System.Text.Json.JsonElement row) =>
        new(row[Operation].GetString()!, row[Permissions].GetString()!, row.GetArrayLength() > RowBasis ? row[RowBasis].GetString()! : "documented");

    /// <summary>One of the first texts of an endpoint's row, none of which has a quotation mark in it.</summary>
    private static ReadOnlySpan<byte> TextAt(ReadOnlySpan<byte> row, int column)
    {
        var between = "\",\""u8;
        var rest = row["[\""u8.Length..];
        for (; column > 0; column--)
        {
            rest = rest[(rest.IndexOf(between) + between.Length)..];
        }

        return rest[..rest.IndexOf((byte)'"')];
    }

    private Dictionary<string, int> IndexOperations()
    {
        var index = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in _endpoints)
        {
            // The slash between group and operation stays as it is.
            index.TryAdd(Normalise(Encoding.UTF8.GetString(TextAt(row, Operation))), _endpoints.OffsetOf(row));
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

    private static int? Literals(ReadOnlySpan<byte> template, ReadOnlySpan<byte> written)
    {
        var literals = 0;
        while (true)
        {
            var segment = First(template);
            var isLast = segment.Length == template.Length;
            var given = First(written);
            var isEnd = given.Length == written.Length;
            if (segment is [(byte)'{', ..])
            {
                // A reference or a file's path may have slashes of its own.
                if (isLast)
                {
                    return isEnd || segment.SequenceEqual("{path}"u8) || segment.SequenceEqual("{ref}"u8) || segment.SequenceEqual("{basehead}"u8) ? literals : null;
                }
            }
            else if (segment.SequenceEqual(given))
            {
                literals++;
            }
            else
            {
                return null;
            }

            if (isLast || isEnd)
            {
                return isLast && isEnd ? literals : null;
            }

            template = template[(segment.Length + 1)..];
            written = written[(given.Length + 1)..];
        }
    }

    private static ReadOnlySpan<byte> First(ReadOnlySpan<byte> path) => path.IndexOf((byte)'/') is >= 0 and var end ? path[..end] : path;

    private sealed record ApiRow(string Name, string Permissions, string Basis)
    {
        public ApiRequirement Requirement => ApiRequirement.Parse(Name, Permissions, Basis);
    }
}
