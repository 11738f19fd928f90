using Warder.Engine.Auditing;
using Warder.Pipelines;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Rules.Exposure;

/// <summary>The texts of a step that are run as code.</summary>
internal static class CodeSinks
{
    private const string GitHubScript = "actions/github-script";

    /// <summary>The script of a step, or the inputs of its action that are scripts.</summary>
    public static IEnumerable<(YamlScalar Code, string What)> Of(Repository repository, Step step)
    {
        if (step.Script is { } script)
        {
            yield return (script.Body, "a script");
        }

        if (step.Action?.Name is not { } name)
        {
            yield break;
        }

        IReadOnlyList<string> inputs = name == GitHubScript ? ["script"] : repository.Facts.Actions.Find(name)?.ScriptInputs ?? [];
        foreach (var input in step.Inputs)
        {
            if (input.Value is { } value && inputs.Contains(input.Name, StringComparer.OrdinalIgnoreCase))
            {
                yield return (value, $"the code that {name} runs");
            }
        }
    }
}
