using Warder.Syntax.Yaml;

namespace Warder.Pipelines.GitHub.Reading;

/// <summary>Reads <c>on</c>: one event, a list of events, or a map.</summary>
internal static class TriggerReader
{
    public const string Call = "workflow_call";
    private const string RunOfAnother = "workflow_run";

    public static IReadOnlyList<Trigger> Read(YamlNode? node)
    {
        switch (node?.Resolve())
        {
            case YamlScalar { Value.Length: > 0 } scalar:
                return [Make(scalar)];
            case YamlSequence sequence:
                var listed = new List<Trigger>(sequence.Items.Count);
                foreach (var item in sequence.Items)
                {
                    if (item.AsScalar() is { Value.Length: > 0 } scalar)
                    {
                        listed.Add(Make(scalar));
                    }
                }

                return listed;
            case YamlMapping mapping:
                var keyed = new List<Trigger>(mapping.Entries.Count);
                foreach (var entry in MappingEntries.Of(mapping))
                {
                    if (entry.Key is YamlScalar { Value.Length: > 0 } key)
                    {
                        var types = EntryReader.ReadWords(entry.Value.AsMapping()?.Get("types"));
                        keyed.Add(new Trigger(key.Value, key.Span, TriggerFacts.Find(key.Value).ReachOf(types))
                        {
                            Sources = key.Value == RunOfAnother ? EntryReader.ReadWords(entry.Value.AsMapping()?.Get("workflows")) : [],
                        });
                    }
                }

                return keyed;
            default:
                return [];
        }
    }

    private static Trigger Make(YamlScalar scalar) => new(scalar.Value, scalar.Span, TriggerFacts.Find(scalar.Value).Reach);
}
