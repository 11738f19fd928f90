using System.Text.Json;

namespace Warder.Pipelines.GitHub.Reading;

/// <summary>The commands that read well-known variables, from <c>env-readers.json</c>.</summary>
internal static class ImpliedReaders
{
    private static readonly Lazy<Dictionary<string, ImpliedReader[]>> All = new(Load);

    private static readonly Lazy<HashSet<string>> AllNames =
        new(() => All.Value.Values.SelectMany(r => r).SelectMany(r => r.Variables).ToHashSet(StringComparer.OrdinalIgnoreCase));

    /// <summary>Every variable that one of the commands reads.</summary>
    public static HashSet<string> Names => AllNames.Value;

    public static ImpliedReader[] Find(string command) => All.Value.GetValueOrDefault(command, []);

    /// <summary>Whether a script names a command that reads this variable.</summary>
    public static bool MayRead(string script, string variable)
    {
        foreach (var (command, readers) in All.Value)
        {
            foreach (var reader in readers)
            {
                if (Array.IndexOf(reader.Variables, variable) >= 0 && script.Contains(command, StringComparison.Ordinal))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static Dictionary<string, ImpliedReader[]> Load()
    {
        using var stream = typeof(ImpliedReaders).Assembly.GetManifestResourceStream("env-readers.json")
            ?? throw new InvalidOperationException("env-readers.json is not in the assembly");
        using var document = JsonDocument.Parse(stream);
        var readers = new Dictionary<string, ImpliedReader[]>(StringComparer.Ordinal);
        foreach (var entry in document.RootElement.GetProperty("readers").EnumerateArray())
        {
            var reader = new ImpliedReader(
                ReadWords(entry, "variables"),
                entry.TryGetProperty("firstWins", out var first) && first.GetBoolean(),
                ReadWords(entry, "verbs"));
            foreach (var command in ReadWords(entry, "commands"))
            {
                readers[command] = [.. readers.GetValueOrDefault(command, []), reader];
            }
        }

        return readers;
    }

    private static string[] ReadWords(JsonElement entry, string name)
    {
        if (!entry.TryGetProperty(name, out var list))
        {
            return [];
        }

        var words = new string[list.GetArrayLength()];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = list[i].GetString() ?? "";
        }

        return words;
    }
}
