using Warder.Engine.Facts;
using Warder.Pipelines;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Policy;

/// <summary>Reads what a policy says of actions and called workflows.</summary>
internal sealed class OwnActionReader
{
    private const string Basis = "the policy of this repository";
    private static readonly string[] Keys = ["token-inputs", "token-variables", "permissions", "persists-credential", "unknown"];
    private static readonly string[] Levels = ["read", "write"];
    private readonly PolicyDraft _draft;

    public OwnActionReader(PolicyDraft draft) => _draft = draft;

    public Dictionary<string, ActionFact> Read(YamlMapping actions)
    {
        var all = new Dictionary<string, ActionFact>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in MappingFields.Of(actions))
        {
            if (entry.KeyText is not { } name || !name.Contains('/', StringComparison.Ordinal) || name.Contains('@', StringComparison.Ordinal))
            {
                _draft.Invalid(entry.Key.Span, "An action is named `owner/name` or `owner/name/path`, without a version");
            }
            else if (_draft.Mapping(entry, $"facts.actions.{name}") is { } facts)
            {
                all[name] = ReadOne(name, facts);
            }
        }

        return all;
    }

    private ActionFact ReadOne(string name, YamlMapping facts)
    {
        List<ActionTokenInput> inputs = [];
        IReadOnlyList<string> variables = [];
        IReadOnlyList<FactNeed> needs = [];
        string? unknown = null;
        var persists = false;
        foreach (var (key, entry) in _draft.Entries(facts, "an action's facts", Keys))
        {
            switch (key)
            {
                case "token-inputs":
                    inputs = ReadInputs(entry);
                    break;
                case "token-variables":
                    variables = [.. _draft.Texts(entry, key).Select(t => t.Text)];
                    break;
                case "permissions":
                    needs = _draft.Mapping(entry, key) is { } map ? ReadNeeds(map) : [];
                    break;
                case "unknown":
                    unknown = _draft.Text(entry.Value, key);
                    break;
                default:
                    persists = _draft.Word(entry.Value, key, ["false", "true"]) == 1;
                    break;
            }
        }

        return new ActionFact
        {
            Name = name,
            // Where nothing is said, the permissions are those of the default token, as for a called workflow.
            TokenInputs = inputs.Count > 0 ? inputs : [new ActionTokenInput("", DefaultsToPlatform: true, DownloadOnly: false, Since: null, Until: null)],
            TokenVariables = variables,
            Defaults = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase),
            Needs = needs,
            Unknown = unknown,
            PersistsCredential = persists,
            Basis = Basis,
        };
    }

    /// <summary>Inputs that take a token; <c>name: default</c> where the default is the platform's own token, else <c>name: none</c>.</summary>
    private List<ActionTokenInput> ReadInputs(YamlEntry entry)
    {
        var inputs = new List<ActionTokenInput>();
        if (_draft.Mapping(entry, "token-inputs") is not { } map)
        {
            return inputs;
        }

        foreach (var input in MappingFields.Of(map))
        {
            if (input.KeyText is { } name && _draft.Word(input.Value, "token-inputs", ["none", "github.token"]) is { } word)
            {
                inputs.Add(new ActionTokenInput(name, word == 1, DownloadOnly: false, Since: null, Until: null));
            }
        }

        return inputs;
    }

    private List<FactNeed> ReadNeeds(YamlMapping map)
    {
        var needs = new List<FactNeed>();
        foreach (var entry in MappingFields.Of(map))
        {
            if (entry.KeyText is { } permission && _draft.Word(entry.Value, "permissions", Levels) is { } level)
            {
                needs.Add(new FactNeed { Permission = permission, Level = level == 1 ? GrantLevel.Write : GrantLevel.Read, When = FactCondition.Always, Basis = Basis });
            }
        }

        return needs;
    }
}
