using System.Collections.Concurrent;
using System.Text.Json;

namespace Warder.Engine.Facts;

/// <summary>What names of secrets suggest: <c>secret-names.json</c>.</summary>
public sealed class SecretNames
{
    // What a process that looks at many repositories remembers has an end.
    private const int MostKept = 10_000;

    private readonly FactRows _rows = FactRows.Open("secret-names.json", "pattern");
    private readonly Lazy<List<SecretName>> _patterns;

    // A repository has few names and asks for each of them often.
    private readonly ConcurrentDictionary<string, SecretName?> _found = new(StringComparer.Ordinal);

    private SecretNames() => _patterns = new Lazy<List<SecretName>>(ReadPatterns);

    /// <summary>What a name suggests: an exact name before patterns, of patterns the one that fixes more; null where none fits.</summary>
    public SecretName? Find(string name) => _found.TryGetValue(name, out var found) ? found : _found.Count < MostKept ? _found.GetOrAdd(name, Search(name)) : Search(name);

    private SecretName? Search(string name)
    {
        // A pattern stands in the data too; only its own text would find it there.
        if (!name.Contains('*', StringComparison.Ordinal) && _rows.Find(name) is { IsEmpty: false } exact)
        {
            return FactRows.Read(exact, Read);
        }

        return _patterns.Value.Find(p => p.Pattern.Matches(name));
    }

    /// <summary>Whether a name is that of an identifier or account, which need not be secret.</summary>
    public bool IsIdentifier(string name) => Find(name) is { IsSecret: false };

    internal static SecretNames Load() => new();

    private List<SecretName> ReadPatterns()
    {
        var patterns = new List<SecretName>();
        foreach (var row in _rows)
        {
            if (_rows.KeyOf(row).Contains('*', StringComparison.Ordinal))
            {
                patterns.Add(FactRows.Read(row, Read));
            }
        }

        return [.. patterns.OrderByDescending(p => p.Pattern.Weight).ThenBy(p => p.Pattern.Text, StringComparer.Ordinal)];
    }

    private static SecretName Read(JsonElement row) => new(
        new NamePattern(FactFile.Text(row, "pattern")),
        FactFile.Text(row, "provider"),
        FactFile.Text(row, "kind"),
        FactFile.Flag(row, "secret"));
}
