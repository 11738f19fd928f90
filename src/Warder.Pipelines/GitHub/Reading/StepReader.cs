using Warder.Syntax.Yaml;

namespace Warder.Pipelines.GitHub.Reading;

/// <summary>Reads steps.</summary>
internal static class StepReader
{
    public static IReadOnlyList<Step> ReadAll(YamlNode? node, RunDefaults defaults, ScriptLanguage runnerLanguage)
    {
        if (node?.AsSequence() is not { } sequence)
        {
            return [];
        }

        var steps = new List<Step>(sequence.Items.Count);
        for (var index = 0; index < sequence.Items.Count; index++)
        {
            if (sequence.Items[index].AsMapping() is { } mapping)
            {
                steps.Add(Read(mapping, index, defaults, runnerLanguage));
            }
        }

        return steps;
    }

    private static Step Read(YamlMapping mapping, int index, RunDefaults defaults, ScriptLanguage runnerLanguage)
    {
        string? id = null, name = null, shell = null, folder = null;
        YamlScalar? condition = null, uses = null, run = null;
        YamlNode? with = null, variables = null;
        foreach (var entry in MappingEntries.Of(mapping))
        {
            switch (entry.KeyText)
            {
                case "id":
                    id = entry.Value.AsScalar()?.Value;
                    break;
                case "name":
                    name = entry.Value.AsScalar()?.Value;
                    break;
                case "if":
                    condition = entry.Value.AsScalar();
                    break;
                case "uses":
                    uses = entry.Value.AsScalar();
                    break;
                case "run":
                    run = entry.Value.AsScalar();
                    break;
                case "shell":
                    shell = entry.Value.AsScalar()?.Value;
                    break;
                case "working-directory":
                    folder = entry.Value.AsScalar()?.Value;
                    break;
                case "with":
                    with = entry.Value;
                    break;
                case "env":
                    variables = entry.Value;
                    break;
            }
        }

        shell ??= defaults.Shell;
        var language = shell is null ? runnerLanguage : ShellLanguage.Of(shell);
        return new Step
        {
            Index = index,
            Span = mapping.Span,
            Id = Meaningful(id),
            Name = Meaningful(name),
            Condition = condition,
            Action = uses is { Value.Length: > 0 } ? ReferenceReader.ReadAction(uses) : null,
            Inputs = EntryReader.ReadInputs(with),
            Variables = EntryReader.ReadVariables(variables),
            Script = run is null ? null : new StepScript(run, language, folder ?? defaults.WorkingDirectory),
        };
    }

    private static string? Meaningful(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
