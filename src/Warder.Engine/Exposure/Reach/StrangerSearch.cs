using Warder.Engine.Exposure.Flow;
using Warder.Pipelines;
using Warder.Pipelines.GitHub.Expressions;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Exposure.Reach;

/// <summary>One search for the name of a stranger's code: goes from a value back through the variables and outputs that it is made of.</summary>
/// <param name="reach">The run.</param>
internal sealed class StrangerSearch(RunReach reach)
{
    private const int MostHops = 8;
    private const string PullRequests = "refs/pull/";
    private const string JobVariables = "GITHUB_ENV";

    // Where the search has been, with the hops that were left: what was searched with as many is not searched again, so that
    // its cost is bound by what the file holds and not by the ways through it.
    private readonly Dictionary<(object From, Job Job, Step? Step), int> _been = [];

    /// <summary>Whether a value names code of a stranger.</summary>
    public bool IsIn(Job job, Step? step, YamlScalar value) => IsIn(job, step, value, MostHops);

    /// <summary>Whether an expression comes to such a name.</summary>
    public bool IsIn(Job job, Step? step, ExpressionNode node) => Carries(job, step, node, MostHops - 1);

    private bool IsIn(Job job, Step? step, YamlScalar value, int hops) =>
        value.Value.Contains(PullRequests, StringComparison.Ordinal)
        || (IsNew(value, job, step, hops) && reach.Expressions.In(value).Any(e => e.Result.Root is { } root && Carries(job, step, root, hops - 1)));

    private bool IsNew(object from, Job job, Step? step, int hops)
    {
        if (hops <= 0 || (_been.TryGetValue((from, job, step), out var before) && before >= hops))
        {
            return false;
        }

        _been[(from, job, step)] = hops;
        return true;
    }

    /// <summary>Whether what an expression comes to can be such a name; what is only asked in a condition is not.</summary>
    private bool Carries(Job job, Step? step, ExpressionNode node, int hops) => node switch
    {
        ExpressionNode.Binary { Operator: "||" } either =>
            Carries(job, step, either.Left, hops) || (reach.Read(either.Left).Truth != true && Carries(job, step, either.Right, hops)),
        ExpressionNode.Binary { Operator: "&&" } both => reach.Read(both.Left).Truth != false && Carries(job, step, both.Right, hops),
        ExpressionNode.Call { Name: var name } call when !name.Equals("contains", StringComparison.OrdinalIgnoreCase) => call.Arguments.Any(a => Carries(job, step, a, hops)),
        ExpressionNode.Literal { Value: string text } => text.Contains(PullRequests, StringComparison.Ordinal),
        ExpressionNode.Context or ExpressionNode.Access when UntrustedContexts.PathOf(node) is { } path => IsAt(job, step, path, node, hops),
        _ => false,
    };

    private bool IsAt(Job job, Step? step, IReadOnlyList<string> path, ExpressionNode node, int hops)
    {
        switch (path[0].ToLowerInvariant())
        {
            case "github":
                return StrangerCode.IsNamedBy(string.Join('.', path), reach.Event);
            case "inputs":
                return reach.Read(node) is RunValue.Code;
            case "env" when path.Count == 2:
                return IsVariable(job, step, path[1], hops);
            case "needs" when path is [_, var id, "outputs", var output]:
                return reach.JobOf(id) is { } needed && reach.Reaches(needed)
                    && needed.Outputs.FirstOrDefault(o => o.Name.Equals(output, StringComparison.OrdinalIgnoreCase))?.Value is { } given && IsIn(needed, step: null, given, hops);
            case "steps" when path is [_, var id, "outputs", var output]:
                return job.Steps.FirstOrDefault(s => id.Equals(s.Id, StringComparison.OrdinalIgnoreCase)) is { } before
                    && (step is null || before.Index < step.Index) && reach.Reaches(job, before) && Sets(job, before, output, hops);
            default:
                return false;
        }
    }

    /// <summary>Whether a step gives such a name as an output.</summary>
    private bool Sets(Job job, Step step, string output, int hops)
    {
        if (!IsNew(output.ToLowerInvariant(), job, step, hops))
        {
            return false;
        }

        if (step.Script is { } script)
        {
            return Takes(job, step, script.Body, output, hops);
        }

        return step.Inputs.FirstOrDefault(i => i.Name.Equals("script", StringComparison.OrdinalIgnoreCase))?.Value is { } code
            && (output.Equals("result", StringComparison.OrdinalIgnoreCase) ? code.Value.Contains("return", StringComparison.Ordinal)
                : code.Value.Contains($"'{output}'", StringComparison.Ordinal) || code.Value.Contains($"\"{output}\"", StringComparison.Ordinal) || code.Value.Contains($"`{output}`", StringComparison.Ordinal))
            && (StrangerCode.IsAskedFor(code.Value) || IsIn(job, step, code, hops) || step.Variables.Any(v => v.Value is { } value && IsIn(job, step, value, hops)));
    }

    /// <summary>Whether a variable has such a name: one of the step's own, else one that a script before it gave the job, else one of the job or the workflow.</summary>
    private bool IsVariable(Job job, Step? step, string name, int hops)
    {
        if (BoundVariable.ValueOf(reach.Pipeline, job, step, name) is { } bound && IsIn(job, step, bound, hops))
        {
            return true;
        }

        return step is not null && IsNew('$' + name, job, step, hops) && !step.Variables.Any(v => v.Name == name)
            && job.Steps.Take(step.Index).Any(s => s.Script is { } script && script.Body.Value.Contains(JobVariables, StringComparison.Ordinal)
                && reach.Reaches(job, s) && Takes(job, s, script.Body, name, hops, JobVariables));
    }

    /// <summary>Whether a script sets a name to such a name: by an expression, by a variable, or by what it asks the platform for.</summary>
    private bool Takes(Job job, Step step, YamlScalar body, string name, int hops, string? file = null)
    {
        var lines = SetLine.In(body.Value, name, file);
        if (lines.Count == 0)
        {
            return false;
        }

        var at = 0;
        foreach (var (place, result) in reach.Expressions.In(body))
        {
            while (at < lines.Count && lines[at].End < place.Outer.End)
            {
                at++;
            }

            if (at < lines.Count && place.Outer.Start >= lines[at].Start && result.Root is { } root && Carries(job, step, root, hops - 1))
            {
                return true;
            }
        }

        // A line that is one bound variable has what that one has; any other may have whatever the script asks for.
        var variables = new HashSet<string>(StringComparer.Ordinal);
        var isOpen = false;
        foreach (var line in lines)
        {
            variables.UnionWith(line.Variables);
            isOpen |= line.IsComputed && !(line.Whole is { } whole && BoundVariable.ValueOf(reach.Pipeline, job, step, whole) is not null && !SetLine.Assigns(body.Value, whole));
        }

        return (isOpen && StrangerCode.IsAskedFor(body.Value))
            || variables.Any(v => BoundVariable.ValueOf(reach.Pipeline, job, step, v) is { } value && IsIn(job, step, value, hops - 1));
    }
}
