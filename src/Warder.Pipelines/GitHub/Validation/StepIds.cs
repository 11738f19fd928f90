using Warder.Syntax.Yaml;

namespace Warder.Pipelines.GitHub.Validation;

/// <summary>Finds ids that two steps of a job share.</summary>
internal static class StepIds
{
    /// <summary>Checks the steps of a job.</summary>
    public static void Check(YamlSequence steps, ProblemList found)
    {
        HashSet<string>? known = null;
        var items = steps.Items;
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].AsMapping()?.Get("id") is YamlScalar { Value.Length: > 0 } id && !(known ??= new(StringComparer.Ordinal)).Add(id.Value))
            {
                found.Add($"the id '{id.Value}' belongs to an earlier step of this job", id.Span);
            }
        }
    }
}
