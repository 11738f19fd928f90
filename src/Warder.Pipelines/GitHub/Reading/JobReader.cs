using Warder.Syntax.Yaml;

namespace Warder.Pipelines.GitHub.Reading;

/// <summary>Reads jobs.</summary>
internal static class JobReader
{
    public static IReadOnlyList<Job> ReadAll(YamlNode? node, PermissionSet? pipelinePermissions, RunDefaults pipelineDefaults)
    {
        if (node?.AsMapping() is not { } jobs)
        {
            return [];
        }

        var read = new List<Job>(jobs.Entries.Count);
        foreach (var entry in MappingEntries.Of(jobs))
        {
            if (entry.KeyText is { } id && entry.Value.AsMapping() is { } mapping)
            {
                read.Add(Read(id, entry, mapping, pipelinePermissions, pipelineDefaults));
            }
        }

        return read;
    }

    private static Job Read(string id, YamlEntry entry, YamlMapping mapping, PermissionSet? outerPermissions, RunDefaults outerDefaults)
    {
        PermissionSet? permissions = null;
        YamlScalar? condition = null, uses = null;
        YamlNode? needs = null, environment = null, variables = null, runner = null, defaults = null;
        YamlNode? steps = null, container = null, services = null, with = null, secrets = null, outputs = null;
        string? name = null;
        foreach (var part in MappingEntries.Of(mapping))
        {
            switch (part.KeyText)
            {
                case "name":
                    name = part.Value.AsScalar()?.Value;
                    break;
                case "needs":
                    needs = part.Value;
                    break;
                case "if":
                    condition = part.Value.AsScalar();
                    break;
                case "permissions":
                    permissions = PermissionReader.Read(part);
                    break;
                case "environment":
                    environment = part.Value;
                    break;
                case "env":
                    variables = part.Value;
                    break;
                case "runs-on":
                    runner = part.Value;
                    break;
                case "defaults":
                    defaults = part.Value;
                    break;
                case "steps":
                    steps = part.Value;
                    break;
                case "container":
                    container = part.Value;
                    break;
                case "services":
                    services = part.Value;
                    break;
                case "uses":
                    uses = part.Value.AsScalar();
                    break;
                case "with":
                    with = part.Value;
                    break;
                case "secrets":
                    secrets = part.Value;
                    break;
                case "outputs":
                    outputs = part.Value;
                    break;
            }
        }

        var labels = ReadLabels(runner);
        var language = container is null ? ShellLanguage.OfRunner(labels) : ScriptLanguage.Shell;
        return new Job
        {
            Id = id,
            KeySpan = entry.Key.Span,
            Span = entry.Span,
            Name = name,
            Needs = EntryReader.ReadWords(needs),
            Condition = condition,
            Permissions = permissions,
            EffectivePermissions = permissions ?? outerPermissions,
            Environment = ReadEnvironment(environment),
            Call = uses is { Value.Length: > 0 } ? ReferenceReader.ReadCall(uses, with, secrets) : null,
            Variables = EntryReader.ReadVariables(variables),
            Steps = StepReader.ReadAll(steps, RunDefaults.Read(defaults).Over(outerDefaults), language),
            RunnerLabels = labels,
            ContainerVariables = EntryReader.ReadVariables(container?.AsMapping()?.Get("env")),
            Outputs = EntryReader.ReadOutputs(outputs),
            Images = ReadImages(container, services),
        };
    }

    private static EnvironmentReference? ReadEnvironment(YamlNode? node)
    {
        var name = node?.AsScalar() ?? node?.AsMapping()?.Get("name") as YamlScalar;
        return name is { Value.Length: > 0 }
            ? new EnvironmentReference(name.Value, !name.Value.Contains("${{", StringComparison.Ordinal), name.Span)
            : null;
    }

    private static IReadOnlyList<string> ReadLabels(YamlNode? runner) =>
        runner?.AsMapping() is { } group ? EntryReader.ReadWords(group.Get("labels")) : EntryReader.ReadWords(runner);

    private static List<string> ReadImages(YamlNode? container, YamlNode? services)
    {
        var images = new List<string>();
        Add(container);
        if (services?.AsMapping() is { } map)
        {
            foreach (var entry in MappingEntries.Of(map))
            {
                Add(entry.Value);
            }
        }

        return images;

        void Add(YamlNode? node)
        {
            var image = node?.AsScalar()?.Value ?? node?.AsMapping()?.GetText("image");
            if (!string.IsNullOrEmpty(image))
            {
                images.Add(image);
            }
        }
    }
}
