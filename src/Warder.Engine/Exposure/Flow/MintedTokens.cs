using Warder.Engine.Auditing;
using Warder.Pipelines;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Exposure.Flow;

/// <summary>Finds tokens that an earlier step of the job made, mostly of an app, and that a step is given by that step's output.</summary>
internal static class MintedTokens
{
    private const string Open = "steps.";

    /// <summary>The minted tokens among the inputs and variables of a step.</summary>
    public static IEnumerable<HeldToken> GivenTo(PipelineContext context, Job job, Step step) =>
        step.Inputs.Select(i => In(context, job, step, i.Value, $"given to it as {i.Name}"))
            .Concat(step.Variables.Select(v => In(context, job, step, v.Value, $"in its environment as {v.Name}")))
            .OfType<HeldToken>();

    /// <summary>The minted token that a value of a step carries; null where it carries none.</summary>
    public static HeldToken? In(PipelineContext context, Job job, Step step, YamlScalar? value, string how)
    {
        if (value is null || !value.Value.Contains(Open, StringComparison.Ordinal))
        {
            return null;
        }

        foreach (var earlier in job.Steps)
        {
            if (earlier.Index < step.Index
                && earlier is { Id: { } id, Action.Name: { } name }
                && context.Repository.Facts.Actions.Find(name) is { MintedOutput: { } output }
                && IndexOf(value.Value, $"{Open}{id}.outputs.{output}") is >= 0 and var at)
            {
                var start = value.ToSourceOffset(at);
                return new HeldToken(new TokenReference(TokenKind.Secret, $"the token that step {id} makes"), how, new(start, value.ToSourceOffset(at + Open.Length + id.Length + ".outputs.".Length + output.Length) - start));
            }
        }

        return null;
    }

    // A longer name is another output.
    private static int IndexOf(string text, string reference)
    {
        var at = text.IndexOf(reference, StringComparison.Ordinal);
        var end = at + reference.Length;
        return at >= 0 && (end == text.Length || !(char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or '_')) ? at : -1;
    }
}
