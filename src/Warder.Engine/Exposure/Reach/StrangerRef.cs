using Warder.Engine.Exposure.Flow;
using Warder.Pipelines;
using Warder.Pipelines.GitHub.Expressions;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Exposure.Reach;

/// <summary>Tells whether a value names code of a stranger, by itself or through variables and outputs.</summary>
internal static class StrangerRef
{
    private const int MostHops = 6;
    private const string PullRequests = "refs/pull/";

    /// <summary>The input that makes a checkout take a stranger's code; null where nothing does.</summary>
    public static InputEntry? Of(RunReach reach, Job job, Step step) => !CheckoutStep.Is(step) ? null
        : step.Inputs.FirstOrDefault(i => i.Name.ToLowerInvariant() is "ref" or "repository" && i.Value is { } value && IsIn(reach, job, step, value));

    /// <summary>Whether a value names code of a stranger, in a run.</summary>
    public static bool IsIn(RunReach reach, Job job, Step? step, YamlScalar value) => IsIn(reach, job, step, value, MostHops);

    private static bool IsIn(RunReach reach, Job job, Step? step, YamlScalar value, int hops) =>
        value.Value.Contains(PullRequests, StringComparison.Ordinal)
        || (hops > 0 && reach.Expressions.In(value).Any(e => e.Result.Root is { } root && Carries(reach, job, step, root, hops - 1)));

    /// <summary>Whether what an expression comes to can be such a name; what is only asked in a condition is not.</summary>
    private static bool Carries(RunReach reach, Job job, Step? step, ExpressionNode node, int hops) => node switch
    {
        ExpressionNode.Binary { Operator: "||" } either =>
            Carries(reach, job, step, either.Left, hops) || (reach.Read(either.Left).Truth != true && Carries(reach, job, step, either.Right, hops)),
        ExpressionNode.Binary { Operator: "&&" } both => reach.Read(both.Left).Truth != false && Carries(reach, job, step, both.Right, hops),
        ExpressionNode.Call { Name: var name } call when !name.Equals("contains", StringComparison.OrdinalIgnoreCase) => call.Arguments.Any(a => Carries(reach, job, step, a, hops)),
        ExpressionNode.Literal { Value: string text } => text.Contains(PullRequests, StringComparison.Ordinal),
        ExpressionNode.Context or ExpressionNode.Access when UntrustedContexts.PathOf(node) is { } path => IsAt(reach, job, step, path, node, hops),
        _ => false,
    };

    private static bool IsAt(RunReach reach, Job job, Step? step, IReadOnlyList<string> path, ExpressionNode node, int hops)
    {
        switch (path[0].ToLowerInvariant())
        {
            case "github":
                return StrangerCode.IsNamedBy(string.Join('.', path), reach.Event);
            case "inputs":
                return reach.Read(node) is RunValue.Code;
            case "env" when path.Count == 2:
                return BoundVariable.ValueOf(reach.Pipeline, job, step, path[1]) is { } bound && IsIn(reach, job, step, bound, hops);
            case "needs" when path is [_, var id, "outputs", var output]:
                return reach.Pipeline.Jobs.FirstOrDefault(j => j.Id.Equals(id, StringComparison.OrdinalIgnoreCase)) is { } needed && reach.Reaches(needed)
                    && needed.Outputs.FirstOrDefault(o => o.Name.Equals(output, StringComparison.OrdinalIgnoreCase))?.Value is { } given && IsIn(reach, needed, step: null, given, hops);
            case "steps" when path is [_, var id, "outputs", var output]:
                return job.Steps.FirstOrDefault(s => id.Equals(s.Id, StringComparison.OrdinalIgnoreCase)) is { } before && reach.Reaches(job, before) && Sets(reach, job, before, output, hops);
            default:
                return false;
        }
    }

    /// <summary>Whether a step gives such a name as an output.</summary>
    private static bool Sets(RunReach reach, Job job, Step step, string output, int hops)
    {
        if (step.Script is { } script)
        {
            return Lines(script.Body.Value, output).Any(line => TakesFrom(reach, job, step, script.Body, line, hops));
        }

        return step.Inputs.FirstOrDefault(i => i.Name.Equals("script", StringComparison.OrdinalIgnoreCase))?.Value is { } code
            && (code.Value.Contains($"'{output}'", StringComparison.Ordinal) || code.Value.Contains($"\"{output}\"", StringComparison.Ordinal))
            && (StrangerCode.IsAskedFor(code.Value) || IsIn(reach, job, step, code, hops) || step.Variables.Any(v => v.Value is { } value && IsIn(reach, job, step, value, hops)));
    }

    /// <summary>The lines that set an output, as ranges of the script.</summary>
    private static IEnumerable<(int Start, int End)> Lines(string script, string output)
    {
        var start = script.IndexOf(output + "=", StringComparison.Ordinal);
        while (start >= 0)
        {
            var end = script.IndexOf('\n', start);
            end = end < 0 ? script.Length : end;
            if (start == 0 || !(char.IsAsciiLetterOrDigit(script[start - 1]) || script[start - 1] is '_' or '-'))
            {
                yield return (start, end);
            }

            start = script.IndexOf(output + "=", end, StringComparison.Ordinal);
        }
    }

    private static bool TakesFrom(RunReach reach, Job job, Step step, YamlScalar body, (int Start, int End) line, int hops)
    {
        if (reach.Expressions.In(body).Any(e => e.Place.Outer.Start >= line.Start && e.Place.Outer.End <= line.End && e.Result.Root is { } root && Carries(reach, job, step, root, hops)))
        {
            return true;
        }

        var text = body.Value[line.Start..line.End];
        if (!text.Contains('$', StringComparison.Ordinal))
        {
            return false;
        }

        var bound = step.Variables.Concat(job.Variables).Concat(reach.Pipeline.Environment).Where(v => text.Contains('$' + v.Name, StringComparison.Ordinal) || text.Contains("${" + v.Name, StringComparison.Ordinal)).ToList();
        return bound.Count > 0 ? bound.Any(v => v.Value is { } value && IsIn(reach, job, step, value, hops)) : StrangerCode.IsAskedFor(body.Value);
    }
}
