using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Pipelines.GitHub.Validation;

/// <summary>Decides what to say of keys.</summary>
internal sealed class KeyChecker(SyntaxSchema schema, ProblemList found)
{
    private static readonly string[] Filters = ["branches", "tags", "paths"];

    /// <summary>Says that merge keys are not read.</summary>
    public static void ReportMerge(YamlScalar key, ProblemList found) =>
        found.Add("GitHub does not read merge keys ('<<'); anchors and aliases alone are fine", key.Span);

    /// <summary>Tells of a key that is not listed, unless it may be one that the platform has learnt since.</summary>
    public void ReportUnknown(YamlScalar key, Shape whole, Shape shape)
    {
        var name = key.Value;
        if (name is "<<")
        {
            ReportMerge(key, found);
            return;
        }

        if (Sibling(name, whole, shape) is { } sibling)
        {
            found.Add($"'{name}' is not allowed in {shape.Title}; it belongs to {sibling.Title}", key.Span);
            return;
        }

        var nearest = NearMiss.Find(name, shape.Keys.Keys, isClosed: !shape.IsLoose) ?? NearMissOfChoices(name, whole);
        if (nearest is not null)
        {
            found.Add($"unknown key '{name}' in {shape.Title}; did you mean '{nearest}'?", key.Span);
        }
        else if (shape.IsLoose)
        {
            return;
        }
        else if (schema.StructureKeys.Contains(name))
        {
            found.Add($"'{name}' is not allowed in {shape.Title}", key.Span);
        }
        else if (schema.Hints.TryGetValue(name, out var hint) && shape.Keys.ContainsKey(hint))
        {
            found.Add($"unknown key '{name}' in {shape.Title}; GitHub calls it '{hint}'", key.Span);
        }
    }

    /// <summary>Tells of an input that offers a choice of nothing.</summary>
    public void CheckChoice(YamlMapping input, YamlNode key)
    {
        if (string.Equals(input.GetText("type"), "choice", StringComparison.Ordinal)
            && input.Get("options") is not YamlSequence { Items.Count: > 0 })
        {
            found.Add("an input of type 'choice' needs 'options'", key.Span);
        }
    }

    /// <summary>Tells of a filter beside its own negation.</summary>
    public void CheckFilters(YamlMapping filters)
    {
        foreach (var filter in Filters)
        {
            if (filters.Find(filter) is not null && filters.Find(filter + "-ignore") is { } ignored)
            {
                found.Add($"an event takes either '{filter}' or '{filter}-ignore', not both", ignored.Key.Span);
            }
        }
    }

    private static Shape? Sibling(string name, Shape whole, Shape shape)
    {
        foreach (var (_, choice) in whole.Choices)
        {
            if (!ReferenceEquals(choice, shape) && choice.Keys.ContainsKey(name))
            {
                return choice;
            }
        }

        return null;
    }

    private static string? NearMissOfChoices(string name, Shape whole)
    {
        foreach (var (_, choice) in whole.Choices)
        {
            if (NearMiss.Find(name, choice.Keys.Keys) is { } nearest)
            {
                return nearest;
            }
        }

        return null;
    }
}
