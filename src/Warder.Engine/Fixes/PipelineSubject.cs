using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Pipelines;
using Warder.Pipelines.GitHub;
using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Fixes;

/// <summary>Workflows and actions.</summary>
internal sealed class PipelineSubject(Repository repository, IReadOnlyList<Fixer> fixers) : IFixSubject
{
    public FixContext Propose(SourceText source)
    {
        var pipeline = GitHubReader.Read(source);
        var context = new PipelineFixContext(new PipelineContext(repository, pipeline, pipeline.TokenUses, new FindingSink(repository.Policy)));
        foreach (var fixer in fixers)
        {
            fixer.Propose(context);
        }

        return context;
    }

    public YamlTree Read(SourceText source) => YamlParser.Parse(source);

    /// <summary>Jobs, steps and scripts are as they were: a fix changes grants, inputs, variables and references only.</summary>
    public string? Difference(SourceText before, SourceText after)
    {
        var (left, right) = (GitHubReader.Read(before), GitHubReader.Read(after));
        return right.Problems.Count <= left.Problems.Count && HasSameShape(left, right) ? null : "the platform would read the file differently elsewhere";
    }

    private static bool HasSameShape(Pipeline before, Pipeline after)
    {
        if (before.Jobs.Count != after.Jobs.Count || before.Triggers.Count != after.Triggers.Count)
        {
            return false;
        }

        for (var i = 0; i < before.Jobs.Count; i++)
        {
            var (left, right) = (before.Jobs[i], after.Jobs[i]);
            var isSame = left.Id == right.Id
                && left.Steps.Count == right.Steps.Count
                && left.RunnerLabels.SequenceEqual(right.RunnerLabels, StringComparer.Ordinal)
                && left.Steps.Zip(right.Steps).All(p => p.First.Action?.Text == p.Second.Action?.Text && IsSameScript(p.First, p.Second));
            if (!isSame)
            {
                return false;
            }
        }

        return true;
    }

    // A reference to a token within a script may change; its length in lines may not.
    private static bool IsSameScript(Step left, Step right) =>
        (left.Script is null) == (right.Script is null)
        && left.Script?.Body.Value.Count(c => c == '\n') == right.Script?.Body.Value.Count(c => c == '\n');
}
