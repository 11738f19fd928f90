using System.Text.Json;

namespace Warder.Pipelines.GitHub.Reading;

/// <summary>What a run started by each event can reach, from <c>triggers.json</c>.</summary>
internal static class TriggerFacts
{
    private static readonly TriggerFact Unknown = new(
        new TriggerReach(ForkSeesSecrets: null, ForkTokenLevel: null, StartedByAnyone: false, UntrustedInput: false, InheritsCaller: false),
        []);

    private static readonly Lazy<Dictionary<string, TriggerFact>> All = new(Load);

    public static TriggerFact Find(string name) => All.Value.GetValueOrDefault(name, Unknown);

    private static Dictionary<string, TriggerFact> Load()
    {
        using var stream = typeof(TriggerFacts).Assembly.GetManifestResourceStream("triggers.json")
            ?? throw new InvalidOperationException("triggers.json is not in the assembly");
        using var document = JsonDocument.Parse(stream);
        var facts = new Dictionary<string, TriggerFact>(StringComparer.Ordinal);
        foreach (var entry in document.RootElement.GetProperty("events").EnumerateArray())
        {
            facts.Add(entry.GetProperty("event").GetString() ?? "", Read(entry));
        }

        return facts;
    }

    private static TriggerFact Read(JsonElement entry)
    {
        var secrets = entry.GetProperty("forkSeesSecrets").GetString();
        var reach = new TriggerReach(
            secrets switch
            {
                "yes" => true,
                "no" or "not-applicable" => false,
                _ => null,
            },
            entry.GetProperty("forkToken").GetString() switch
            {
                "write" => GrantLevel.Write,
                "read" => GrantLevel.Read,
                "none" or "not-applicable" => GrantLevel.None,
                _ => null,
            },
            entry.GetProperty("startedBy").ValueEquals("anyone"),
            entry.GetProperty("untrustedInput").GetBoolean(),
            string.Equals(secrets, "inherits", StringComparison.Ordinal));
        var types = new List<string>();
        if (entry.TryGetProperty("privilegedTypes", out var list))
        {
            foreach (var type in list.EnumerateArray())
            {
                types.Add(type.GetString() ?? "");
            }
        }

        return new TriggerFact(reach, types);
    }
}
