using Warder.Engine.Auditing;
using Warder.Engine.Registry;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Rules.Use;

/// <summary>Holds paths against the lists of an entry.</summary>
internal static class Authorization
{
    private const string OptionName = "undeclared";
    private const int MaxNamed = 3;

    /// <summary>The setting of both rules.</summary>
    public static RuleOption Option { get; } =
        new(OptionName, "`allow` (default): an entry that has no list allows every place; `forbid`: it allows none");

    /// <summary>Whether the policy lets an entry without a list allow nothing.</summary>
    public static bool ForbidsUndeclared(Repository repository, RuleDescriptor rule) =>
        repository.Policy.Rules.TryGetValue(rule.Slug, out var setting)
        && setting.Options.TryGetValue(OptionName, out var value)
        && value.Resolve() is YamlScalar { Value: "forbid" };

    /// <summary>Whether a path is on a list; a missing list allows everything unless the policy says otherwise.</summary>
    public static bool Allows(IReadOnlyList<AuthorizedPath>? list, string path, bool forbidsUndeclared)
    {
        if (list is null)
        {
            return !forbidsUndeclared;
        }

        foreach (var allowed in list)
        {
            if (allowed.Pattern.Matches(path))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a list speaks of actions at all.</summary>
    public static bool NamesActions(IReadOnlyList<AuthorizedPath>? list) =>
        list?.Any(p => p.Text.Contains("actions/", StringComparison.Ordinal)
            || p.Text.EndsWith("action.yml", StringComparison.Ordinal)
            || p.Text.EndsWith("action.yaml", StringComparison.Ordinal)) == true;

    /// <summary>What is allowed, for a sentence.</summary>
    public static string Describe(IReadOnlyList<AuthorizedPath>? list) => list switch
    {
        null => "the registry allows it nowhere",
        [] => "its list is empty, which allows it nowhere",
        { Count: > MaxNamed } => $"allowed are {string.Join(", ", list.Take(MaxNamed).Select(p => p.Text))} and {list.Count - MaxNamed} more",
        [var only] => $"allowed is {only.Text}",
        _ => $"allowed are {UsePlaces.Join([.. list.Select(p => p.Text)])}",
    };
}
