using Warder.Pipelines.GitHub.Expressions;
using Warder.Syntax.Yaml;

namespace Warder.Pipelines.GitHub.Reading;

/// <summary>Reads an action's metadata file.</summary>
internal static class ActionReader
{
    public static Pipeline Read(YamlTree tree, YamlMapping root, GitHubExpressions expressions, IReadOnlyList<PipelineProblem> problems)
    {
        var runsEntry = MappingEntries.Find(root, "runs");
        var runs = runsEntry?.Value.AsMapping();
        var kind = ReadKind(runs?.GetText("using"));
        var stepsEntry = runs is null ? null : MappingEntries.Find(runs, "steps");
        IReadOnlyList<Job> jobs = [];
        if (kind == PipelineKind.CompositeAction)
        {
            jobs =
            [
                new Job
                {
                    Id = "",
                    KeySpan = runsEntry!.Key.Span,
                    Span = runsEntry.Span,
                    Steps = StepReader.ReadAll(stepsEntry?.Value, default, ScriptLanguage.Shell),
                },
            ];
        }

        var collector = new UseCollector(tree.Source, expressions);
        Walk(collector, root, jobs);
        var flow = new EnvironmentFlow(collector);
        flow.Follow([], jobs);

        return new Pipeline
        {
            Kind = kind,
            Platform = GitHubReader.Platform,
            Source = tree.Source,
            Tree = tree,
            Name = root.GetText("name"),
            IsCallable = true,
            Inputs = DeclarationReader.ReadInputs(root.Get("inputs")),
            Outputs = EntryReader.ReadOutputs(root.Get("outputs")),
            Jobs = jobs,
            TokenUses = flow.TakeUses(),
            ShellFallbacks = flow.Fallbacks,
            ScriptCalls = flow.ScriptCalls,
            Problems = problems,
            Unknowns = flow.TakeUnknowns(),
        };
    }

    private static PipelineKind ReadKind(string? text) => text switch
    {
        "composite" => PipelineKind.CompositeAction,
        "docker" => PipelineKind.DockerAction,
        not null when text.StartsWith("node", StringComparison.OrdinalIgnoreCase) => PipelineKind.JavaScriptAction,
        _ => PipelineKind.UnknownAction,
    };

    private static void Walk(UseCollector collector, YamlMapping root, IReadOnlyList<Job> jobs)
    {
        var declarations = new DeclarationWalker(collector);
        foreach (var entry in root.Entries)
        {
            switch (entry.KeyText)
            {
                case "name" or "description" or "author" or "branding":
                    break;
                case "inputs" or "outputs":
                    declarations.WalkNamed(entry.Value, entry.KeyText);
                    break;
                case "runs" when entry.Value is YamlMapping runs:
                    WalkRuns(collector, runs, jobs);
                    break;
                default:
                    collector.AddAll(entry.Value, new UsePlace(UseScope.Field, Binding: entry.KeyText));
                    break;
            }
        }
    }

    private static void WalkRuns(UseCollector collector, YamlMapping runs, IReadOnlyList<Job> jobs)
    {
        foreach (var entry in runs.Entries)
        {
            var place = new UsePlace(UseScope.Field, Binding: entry.KeyText);
            switch (entry.KeyText)
            {
                case "pre-if" or "post-if":
                    collector.AddCondition(entry.Value, place);
                    break;
                case "env":
                    collector.AddNamed(entry.Value, place.At(UseScope.ContainerEnv));
                    break;
                case "steps" when jobs.Count > 0:
                    new TokenUseFinder(collector).WalkSteps(entry.Value, jobs[0].Steps, place with { Job = "" });
                    break;
                default:
                    collector.AddAll(entry.Value, place);
                    break;
            }
        }
    }
}
