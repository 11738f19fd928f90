using Warder.Pipelines.GitHub.Expressions;
using Warder.Syntax.Yaml;

namespace Warder.Pipelines.GitHub.Reading;

/// <summary>Reads a workflow.</summary>
internal static class WorkflowReader
{
    public static Pipeline Read(YamlTree tree, YamlMapping root, GitHubExpressions expressions, IReadOnlyList<PipelineProblem> problems)
    {
        string? name = null;
        YamlNode? on = null, variables = null, jobsNode = null, defaults = null;
        PermissionSet? permissions = null;
        foreach (var entry in MappingEntries.Of(root))
        {
            switch (entry.KeyText)
            {
                case "name":
                    name = entry.Value.AsScalar()?.Value;
                    break;
                case "on":
                    on = entry.Value;
                    break;
                case "env":
                    variables = entry.Value;
                    break;
                case "permissions":
                    permissions = PermissionReader.Read(entry);
                    break;
                case "defaults":
                    defaults = entry.Value;
                    break;
                case "jobs":
                    jobsNode = entry.Value;
                    break;
            }
        }

        var triggers = TriggerReader.Read(on);
        var call = on?.AsMapping() is { } map ? MappingEntries.Find(map, TriggerReader.Call)?.Value.AsMapping() : null;
        var jobs = JobReader.ReadAll(jobsNode, permissions, RunDefaults.Read(defaults));
        var environment = EntryReader.ReadVariables(variables);

        var collector = new UseCollector(tree.Source, expressions);
        new TokenUseFinder(collector).WalkWorkflow(root, jobs);
        var flow = new EnvironmentFlow(collector);
        flow.Follow(environment, jobs);

        var secrets = DeclarationReader.ReadSecrets(call?.Get("secrets"));
        return new Pipeline
        {
            Kind = PipelineKind.Workflow,
            Platform = GitHubReader.Platform,
            Source = tree.Source,
            Tree = tree,
            Name = name,
            Triggers = triggers,
            IsCallable = IsCalled(triggers),
            Inputs = DeclarationReader.ReadInputs(call?.Get("inputs")),
            Secrets = secrets,
            Outputs = EntryReader.ReadOutputs(call?.Get("outputs")),
            Permissions = permissions,
            Environment = environment,
            Jobs = jobs,
            TokenUses = MarkGiven(flow.TakeUses(), secrets, triggers),
            ShellFallbacks = flow.Fallbacks,
            ScriptCalls = flow.ScriptCalls,
            Problems = problems,
            Unknowns = flow.TakeUnknowns(),
        };
    }

    private static IReadOnlyList<TokenUse> MarkGiven(IReadOnlyList<TokenUse> uses, IReadOnlyList<DeclaredSecret>? secrets, IReadOnlyList<Trigger> triggers)
    {
        if (secrets is not { Count: > 0 } || triggers.Any(t => t.Event != TriggerReader.Call))
        {
            return uses;
        }

        var names = secrets.Select(s => s.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. uses.Select(u => u.Token.Kind == TokenKind.Secret && names.Contains(u.Token.Name) ? u with { GivenByCaller = true } : u)];
    }

    private static bool IsCalled(IReadOnlyList<Trigger> triggers)
    {
        foreach (var trigger in triggers)
        {
            if (string.Equals(trigger.Event, TriggerReader.Call, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
