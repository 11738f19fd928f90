using Warder.Engine.Permissions.Values;
using Warder.Pipelines;

namespace Warder.Engine.Permissions.Proof;

/// <summary>A step that runs a container image: it holds only the tokens that it is given.</summary>
internal static class ImageProof
{
    public static void Visit(StepProof step, ActionReference action)
    {
        var question = step.Question("unknown-action", action.Span, action.Text, "what the image does with the token it is given is not known");
        foreach (var input in step.Step.Inputs)
        {
            step.Job.Ask(ValueReader.Read(input.Value, step.Scope, step.Variables), question);
        }

        foreach (var name in step.Variables.Names)
        {
            step.Job.Ask(step.Variables.Find(name) ?? PossibleValue.Empty, question);
        }
    }
}
