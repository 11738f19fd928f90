using Warder.Engine.Findings;
using Warder.Engine.Registry;
using Warder.Engine.Rules;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Policy;

/// <summary>Reads the settings of rules in a policy.</summary>
internal sealed class RuleSettingReader(PolicyDraft draft, IReadOnlyCollection<string> slugs)
{
    public Dictionary<string, RuleSetting> Read(YamlMapping rules)
    {
        var settings = new Dictionary<string, RuleSetting>(StringComparer.Ordinal);
        foreach (var entry in MappingFields.Of(rules))
        {
            if (entry.KeyText is not { } slug || !slugs.Contains(slug))
            {
                var written = entry.KeyText ?? "";
                draft.Invalid(entry.Key.Span, $"There is no rule `{written}`", FieldValues.DidYouMean(written, slugs.Order(StringComparer.Ordinal)));
            }
            else if (ReadOne(slug, entry) is { } setting)
            {
                settings.TryAdd(slug, setting);
            }
        }

        return settings;
    }

    private RuleSetting? ReadOne(string slug, YamlEntry entry)
    {
        if (MappingFields.IsNull(entry.Value))
        {
            return null;
        }

        if (entry.Value.AsMapping() is { } mapping)
        {
            return ReadMapping(slug, mapping);
        }

        if (entry.Value.AsScalar() is null)
        {
            draft.Invalid(entry.Value.Span, $"`{slug}` must be a word or a mapping, not {RegistryDraft.Word(entry.Value)}");
            return null;
        }

        // `off` and `on` are what YAML 1.1 calls false and true.
        var word = entry.Value.AsScalar()!.Value.Trim().ToLowerInvariant();
        return word switch
        {
            "false" => Off(slug, entry.Value),
            "true" => new RuleSetting(Off: false, Severity: null, NoOptions),
            _ => draft.Word(entry.Value, slug, PolicyKeys.RuleWords) switch
            {
                null => null,
                0 => Off(slug, entry.Value),
                1 => new RuleSetting(Off: false, Severity: null, NoOptions),
                { } index => new RuleSetting(Off: false, (Severity)(index - 2), NoOptions),
            },
        };
    }

    private RuleSetting ReadMapping(string slug, YamlMapping mapping)
    {
        var options = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        var descriptor = RuleCatalogue.Find(slug)?.Descriptor;
        string[] known = ["severity", "off", .. descriptor?.Options.Select(o => o.Name) ?? []];
        var off = false;
        Severity? severity = null;
        foreach (var (key, entry) in draft.Entries(mapping, $"the settings of {slug}", known))
        {
            switch (key)
            {
                case "severity":
                    severity = draft.Word(entry.Value, key, PolicyKeys.Severities) is { } index ? (Severity)index : null;
                    break;
                case "off":
                    off = draft.Word(entry.Value, key, ["true", "false"]) == 0 && Off(slug, entry.Value) is { Off: true };
                    break;
                default:
                    options.TryAdd(key, entry.Value);
                    break;
            }
        }

        return new RuleSetting(off, severity, options);
    }

    private RuleSetting? Off(string slug, YamlNode value)
    {
        if (RuleCatalogue.Find(slug) is { Descriptor.Suppressible: false })
        {
            draft.Invalid(value.Span, $"`{slug}` cannot be switched off");
            return null;
        }

        return new RuleSetting(Off: true, Severity: null, NoOptions);
    }

    private static readonly IReadOnlyDictionary<string, YamlNode> NoOptions = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
}
