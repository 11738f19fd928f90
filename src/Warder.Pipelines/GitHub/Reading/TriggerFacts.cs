using System.Collections.Frozen;
using System.Text.Json;

namespace Warder.Pipelines.GitHub.Reading;

/// <summary>What a run started by each event can reach, from <c>triggers.json</c>.</summary>
internal static class TriggerFacts
{
    private static readonly TriggerReach Unknown =
        new(ForkSeesSecrets: null, ForkTokenLevel: null, StartedByAnyone: false, UntrustedInput: false, InheritsCaller: false);

    private static readonly Lazy<FrozenDictionary<string, TriggerReach>> Reaches = new(Load);

    public static TriggerReach Find(string name) => Reaches.Value.GetValueOrDefault(name, Unknown);

    private static FrozenDictionary<string, TriggerReach> Load()
    {
        using var stream = typeof(TriggerFacts).Assembly.GetManifestResourceStream("triggers.json");
        if (stream is null)
        {
            return FrozenDictionary<string, TriggerReach>.Empty;
        }

        using var document = JsonDocument.Parse(stream);
        var reaches = new Dictionary<string, TriggerReach>(StringComparer.Ordinal);
        return reaches.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
