using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json;

namespace Warder.Engine.Facts;

/// <summary>What names of secrets suggest: <c>secret-names.json</c>.</summary>
public sealed class SecretNames
{
    private readonly FrozenDictionary<string, SecretName> _exact;
    private readonly SecretName[] _patterns;

    // What a process that looks at many repositories remembers has an end.
    private const int MostKept = 10_000;

    // A repository has few names and asks for each of them often.
    private readonly ConcurrentDictionary<string, SecretName?> _found = new(StringComparer.Ordinal);

    private SecretNames(SecretName[] all)
    {
        _exact = all.Where(n => n.Pattern.IsLiteral).ToFrozenDictionary(n => n.Pattern.Text, StringComparer.OrdinalIgnoreCase);
        _patterns = [.. all.Where(n => !n.Pattern.IsLiteral).OrderByDescending(n => n.Pattern.Weight).ThenBy(n => n.Pattern.Text, StringComparer.Ordinal)];
    }

    /// <summary>What a name suggests: an exact name before patterns, of patterns the one that fixes more; null where none fits.</summary>
    public SecretName? Find(string name) => _found.TryGetValue(name, out var found) ? found : _found.Count < MostKept ? _found.GetOrAdd(name, Search(name)) : Search(name);

    private SecretName? Search(string name)
    {
        if (_exact.TryGetValue(name, out var exact))
        {
            return exact;
        }

        foreach (var candidate in _patterns)
        {
            if (candidate.Pattern.Matches(name))
            {
                return candidate;
            }
        }

        return null;
    }

    /// <summary>Whether a name is that of an identifier or account, which need not be secret.</summary>
    public bool IsIdentifier(string name) => Find(name) is { IsSecret: false };

    internal static SecretNames Load()
    {
        using var document = FactFile.Open("secret-names.json");
        return new SecretNames(FactFile.Rows(document.RootElement, "names", Read));
    }

    private static SecretName Read(JsonElement row) => new(
        new NamePattern(FactFile.Text(row, "pattern")),
        FactFile.Text(row, "provider"),
        FactFile.Text(row, "kind"),
        FactFile.Flag(row, "secret"));
}
