using Warder.Engine.Facts;
using Warder.Engine.Registry;
using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Policy;

/// <summary>Reads a policy file.</summary>
public static class PolicyReader
{
    /// <summary>Reads what can be read; never throws for bad input.</summary>
    /// <param name="source">The file.</param>
    /// <param name="ruleSlugs">The slugs that exist.</param>
    public static AuditPolicy Read(SourceText source, IReadOnlyCollection<string> ruleSlugs)
    {
        var draft = new PolicyDraft(source);
        var tree = YamlParser.Parse(source);
        var broken = false;
        foreach (var problem in tree.Problems)
        {
            if (problem.Kind == YamlProblemKind.SimilarKey)
            {
                continue;
            }

            broken |= problem.Kind is YamlProblemKind.Syntax or YamlProblemKind.TooDeep or YamlProblemKind.TooLarge;
            draft.Invalid(problem.Span, problem.Message.TrimEnd('.'));
        }

        if (broken || tree.Root is null || MappingFields.IsNull(tree.Root))
        {
            return new AuditPolicy { Source = source, Problems = draft.Problems };
        }

        if (tree.Root.AsMapping() is not { } root)
        {
            draft.Invalid(tree.Root.Span, $"A policy must be a mapping, not {RegistryDraft.Word(tree.Root)}");
            return new AuditPolicy { Source = source, Problems = draft.Problems };
        }

        return ReadRoot(source, root, draft, ruleSlugs);
    }

    private static AuditPolicy ReadRoot(SourceText source, YamlMapping root, PolicyDraft draft, IReadOnlyCollection<string> slugs)
    {
        var values = new Dictionary<string, YamlEntry>(StringComparer.Ordinal);
        foreach (var (key, entry) in draft.Entries(root, "a policy", PolicyKeys.Root))
        {
            values.TryAdd(key, entry);
        }

        YamlEntry? Value(string key) => values.GetValueOrDefault(key);
        YamlMapping? Mapping(string key) => Value(key) is { } entry ? draft.Mapping(entry, key) : null;

        if (Value("version") is { } version && draft.Text(version.Value, "version") is { } number && number is not ("1" or "1.0"))
        {
            draft.Invalid(version.Value.Span, "This version of a policy is not known", "Write `version: 1`.");
        }

        var scopes = new SortedSet<string>(StringComparer.Ordinal);
        var scripts = Parts(draft, Mapping("scripts"), "scripts", PolicyKeys.Scripts);
        var hygiene = new HygieneSectionReader(draft);
        var documents = Parts(draft, Mapping("documents"), "documents", PolicyKeys.Documents);
        var scan = Mapping("scan") is { } scanned ? new ScanReader(draft).Read(scanned) : new ScanSettings([], []);
        return new AuditPolicy
        {
            Source = source,
            RegistryPath = Path(draft, Value("registry")),
            BaselinePath = Path(draft, Value("baseline")),
            DefaultToken = Value("default-token") is { } token
                ? (DefaultTokenPolicy?)draft.Word(token.Value, "default-token", PolicyKeys.DefaultToken)
                : null,
            Rules = Mapping("rules") is { } rules
                ? new RuleSettingReader(draft, slugs).Read(rules)
                : new Dictionary<string, RuleSetting>(StringComparer.Ordinal),
            Exceptions = Value("exceptions") is { } exceptions ? new ExceptionReader(draft, slugs).Read(exceptions) : [],
            Ignore = Value("ignore") is { } ignore ? draft.Patterns(ignore, "ignore") : [],
            OwnActions = ReadFacts(draft, Mapping("facts"), scopes),
            OwnScopes = scopes,
            IncludedScripts = scripts.GetValueOrDefault("include", []),
            ExcludedScripts = scripts.GetValueOrDefault("exclude", []),
            OwnFormats = scan.Formats,
            NotScanned = scan.Ignore,
            IncludedDocuments = documents.GetValueOrDefault("include", []),
            ExpiryWarningDays = Value("expiry-warning-days") is { } days ? WarningDays(draft, days) : AuditPolicy.DefaultExpiryWarningDays,
            RotationDays = ReadRotation(draft, Mapping("rotation")),
            RequiredFields = Value("required-fields") is { } fields ? ReadRequired(draft, fields) : AuditPolicy.DefaultRequiredFields,
            Potato = hygiene.ReadPotato(Mapping("potato")),
            Guard = hygiene.ReadGuard(Mapping("guard")),
            ResponseTimes = Mapping("response-times") is { } times ? ResponseTimesReader.Read(draft, times) : ResponseTimes.Default,
            GeneratedDocs = new GeneratedDocsReader(draft).Read(Mapping("generated-docs")),
            Artifacts = new ArtifactsSectionReader(draft).Read(Mapping("artifacts")),
            HistoryConnection = Mapping("history") is { } history ? HistorySectionReader.ReadConnection(draft, history) : null,
            Problems = Sorted(draft),
        };
    }

    private static string? Path(PolicyDraft draft, YamlEntry? entry)
    {
        if (entry is null || draft.Text(entry.Value, entry.KeyText!) is not { } text)
        {
            return null;
        }

        var pattern = new PathPattern(text);
        if (pattern.IsLiteral && !pattern.Text.Split('/').Contains("..", StringComparer.Ordinal))
        {
            return pattern.Text;
        }

        draft.Invalid(entry.Value.Span, $"`{entry.KeyText}` must be the path of a file inside the repository");
        return null;
    }

    private static Dictionary<string, List<PathPattern>> Parts(PolicyDraft draft, YamlMapping? mapping, string name, string[] keys)
    {
        var parts = new Dictionary<string, List<PathPattern>>(StringComparer.Ordinal);
        if (mapping is not null)
        {
            foreach (var (key, entry) in draft.Entries(mapping, $"`{name}`", keys))
            {
                parts.TryAdd(key, draft.Patterns(entry, $"{name}.{key}"));
            }
        }

        return parts;
    }

    private static Dictionary<string, ActionFact> ReadFacts(PolicyDraft draft, YamlMapping? facts, SortedSet<string> scopes)
    {
        var actions = new Dictionary<string, ActionFact>(StringComparer.OrdinalIgnoreCase);
        if (facts is null)
        {
            return actions;
        }

        foreach (var (key, entry) in draft.Entries(facts, "`facts`", PolicyKeys.Facts))
        {
            if (key == "actions")
            {
                actions = draft.Mapping(entry, "facts.actions") is { } map ? new OwnActionReader(draft).Read(map) : actions;
            }
            else
            {
                scopes.UnionWith(draft.Texts(entry, "facts.scopes").Select(s => s.Text));
            }
        }

        return actions;
    }

    private static List<int> WarningDays(PolicyDraft draft, YamlEntry entry)
    {
        var days = new SortedSet<int>();
        foreach (var (text, span) in draft.Texts(entry, "expiry-warning-days"))
        {
            if (FieldValues.TryDays(text, out var number))
            {
                days.Add(number);
            }
            else
            {
                draft.Invalid(span, "`expiry-warning-days` must be positive numbers of days");
            }
        }

        return [.. days.Reverse()];
    }

    private static Dictionary<RiskLevel, int> ReadRotation(PolicyDraft draft, YamlMapping? mapping)
    {
        var periods = new Dictionary<RiskLevel, int>();
        if (mapping is null)
        {
            return periods;
        }

        foreach (var (key, entry) in draft.Entries(mapping, "`rotation`", RegistryKeys.Risks))
        {
            if (draft.Text(entry.Value, $"rotation.{key}") is not { } text)
            {
                continue;
            }

            if (FieldValues.TryDays(text, out var days))
            {
                periods.TryAdd((RiskLevel)Array.IndexOf(RegistryKeys.Risks, key), days);
            }
            else
            {
                draft.Invalid(entry.Value.Span, $"`rotation.{key}` must be a positive number of days");
            }
        }

        return periods;
    }

    private static List<string> ReadRequired(PolicyDraft draft, YamlEntry entry)
    {
        var fields = new List<string>();
        foreach (var (text, span) in draft.Texts(entry, "required-fields"))
        {
            if (Array.IndexOf(RegistryKeys.EntryFields, text) >= 0)
            {
                fields.Add(text);
            }
            else
            {
                draft.Invalid(span, $"An entry of the registry has no field `{text}`", FieldValues.DidYouMean(text, RegistryKeys.EntryFields));
            }
        }

        return fields;
    }

    private static List<Findings.Diagnostic> Sorted(PolicyDraft draft) =>
        [.. draft.Problems.OrderBy(p => p.Position ?? default).ThenBy(p => p.Message, StringComparer.Ordinal)];
}
