using Warder.Engine.Auditing;
using Warder.Engine.Exposure.Flow;
using Warder.Engine.Findings;
using Warder.Pipelines;
using Warder.Pipelines.GitHub.Expressions;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Rules.Exposure;

/// <summary>Where an input of an action or workflow of the repository becomes code, in it or in what it hands the input on to.</summary>
/// <param name="Words">Where it goes: <c>into ./.github/actions/say, where it is pasted into a script</c>.</param>
/// <param name="Places">The way there.</param>
internal sealed record InputSink(string Words, IReadOnlyList<RelatedPlace> Places)
{
    private const int MostLevels = 4;

    /// <summary>Looks for the first such place; null where there is none.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="callee">The action or workflow.</param>
    /// <param name="name">What it is called, in words.</param>
    /// <param name="input">The input's name.</param>
    public static InputSink? Of(Repository repository, Pipeline callee, string name, string input) => new Search(repository).In(callee, name, input, MostLevels);

    private sealed class Search(Repository repository)
    {
        // What was searched in vain is not searched again, by whatever way it is come to.
        private readonly HashSet<(string Path, string Input)> _been = [];

        public InputSink? In(Pipeline callee, string name, string input, int levels)
        {
            // The platform lets only texts and numbers of the right kind through.
            var isText = callee.Inputs.FirstOrDefault(i => i.Name.Equals(input, StringComparison.OrdinalIgnoreCase)) is not { Type: "boolean" or "number" };
            if (levels == 0 || !isText || !_been.Add((callee.Path, input.ToUpperInvariant())))
            {
                return null;
            }

            var expressions = new GitHubExpressions();
            foreach (var job in callee.Jobs)
            {
                foreach (var step in job.Steps)
                {
                    var sink = InCode(callee, job, step, expressions, name, input) ?? HandedOn(callee, job, step, step.Action?.LocalPath, step.Inputs, expressions, name, input, levels);
                    if (sink is { } found)
                    {
                        return found;
                    }
                }

                if (job.Call is { LocalPath: { } path } call && HandedOn(callee, job, step: null, path, call.Inputs, expressions, name, input, levels) is { } within)
                {
                    return within;
                }
            }

            return null;
        }

        private InputSink? InCode(Pipeline callee, Job job, Step step, GitHubExpressions expressions, string name, string input)
        {
            foreach (var (code, what) in CodeSinks.Of(repository, step))
            {
                foreach (var (place, result) in expressions.In(code))
                {
                    if (Carries(callee, job, step, result.Root, expressions, input))
                    {
                        return new InputSink($"into {name}, where it is pasted into {what}", [new RelatedPlace(Location.Of(callee.Source, code.ToSourceSpan(place.Outer)), "It becomes code here")]);
                    }
                }
            }

            return null;
        }

        private InputSink? HandedOn(
            Pipeline callee, Job job, Step? step, string? path, IReadOnlyList<InputEntry> inputs, GitHubExpressions expressions, string name, string input, int levels)
        {
            if (path is null || inputs.Count == 0 || (step is null ? repository.LocalPipelines.FindWorkflow(path) : repository.LocalPipelines.FindAction(path)) is not { } next)
            {
                return null;
            }

            foreach (var given in inputs)
            {
                if (given.Value is { } value
                    && expressions.In(value).Any(e => Carries(callee, job, step, e.Result.Root, expressions, input))
                    && In(next, path, given.Name, levels - 1) is { } found)
                {
                    return new InputSink($"into {name}, from there as {given.Name} {found.Words}", [new RelatedPlace(Location.Of(callee.Source, value.Span), $"It is handed on to {path} here"), .. found.Places]);
                }
            }

            return null;
        }

        /// <summary>Whether an expression comes to the input, by itself or through a variable that it is put into.</summary>
        private static bool Carries(Pipeline callee, Job job, Step? step, ExpressionNode? node, GitHubExpressions expressions, string input) =>
            CarriedPaths.Of(node).Any(c => IsInput(c.Path, input)
                || (c.Path is ["env", var variable] && BoundVariable.ValueOf(callee, job, step, variable) is { } bound
                    && expressions.In(bound).Any(e => CarriedPaths.Of(e.Result.Root).Any(p => IsInput(p.Path, input)))));

        private static bool IsInput(IReadOnlyList<string> path, string input) =>
            path is [var context, var name] && context.Equals("inputs", StringComparison.OrdinalIgnoreCase) && name.Equals(input, StringComparison.OrdinalIgnoreCase);
    }
}
