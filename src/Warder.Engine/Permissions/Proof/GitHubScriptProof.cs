using Warder.Engine.Permissions.Values;
using Warder.Pipelines;
using Warder.Pipelines.Scripts.Calls;
using Warder.Syntax;

namespace Warder.Engine.Permissions.Proof;

/// <summary>What the program in a step of <c>actions/github-script</c> needs.</summary>
internal static class GitHubScriptProof
{
    public static void Visit(StepProof step, ActionReference action, PossibleValue holder)
    {
        var body = step.Step.Inputs.FirstOrDefault(i => i.Name.Equals("script", StringComparison.OrdinalIgnoreCase))?.Value;
        if (body is null)
        {
            return;
        }

        Visit(step, holder, body.Value, offset => body.ToSourceSpan(new TextSpan(offset, 0)), action.Span, depth: 0);
    }

    private static void Visit(StepProof step, PossibleValue holder, string text, Func<int, TextSpan> place, TextSpan whole, int depth)
    {
        var calls = ClientCalls.Find(text);
        ClientCallProof.Charge(step, holder, calls, place);
        if (!calls.HandsOn)
        {
            return;
        }

        var files = RequiredFiles.Find(text, step.ActionDirectory).ToList();
        foreach (var file in files)
        {
            if (depth < JobProof.MaxDepth && Read(step, file) is { } source)
            {
                Visit(step, holder, source, _ => whole, whole, depth + 1);
            }
            else
            {
                step.Job.Ask(holder, step.Question("unread-script", whole, file, "the script is not in this repository when the workflow starts, or cannot be read"));
            }
        }

        // Within a file, the client is a parameter: handing it on to a function of the same file is seen there.
        if (files.Count == 0 && depth == 0 && calls.Count == 0)
        {
            step.Job.Ask(holder, step.Question("unread-script", whole, "actions/github-script", "it hands its client to code that is not read"));
        }
    }

    private static string? Read(StepProof step, string file)
    {
        var files = step.Job.Repository.Files;
        foreach (var ending in new[] { "", ".js", ".cjs", ".mjs", ".ts", "/index.js" })
        {
            var path = CallFolder.Combine("", file + ending);
            if (path is not null && files.Exists(path))
            {
                return files.Read(path).Source?.Text;
            }
        }

        return null;
    }
}
