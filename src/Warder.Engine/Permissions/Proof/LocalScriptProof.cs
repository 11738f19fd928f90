using Warder.Engine.Permissions.Commands;
using Warder.Pipelines;
using Warder.Pipelines.Scripts;
using Warder.Syntax;

namespace Warder.Engine.Permissions.Proof;

/// <summary>Enters the scripts of the repository that a step runs: shell scripts by their commands, others by the client calls seen in them.</summary>
internal static class LocalScriptProof
{
    private static readonly string[] Traces = ["api.github.com", "octokit", "github.rest", "PyGithub", "from github", "import github", "GITHUB_TOKEN", "GH_TOKEN", "git push", "\"push\"", "'push'"];

    public static void Visit(StepProof step, IReadOnlyList<string> paths, TextSpan place)
    {
        foreach (var path in paths)
        {
            var language = ScriptLanguages.OfPath(path);
            if (step.Job.Repository.LocalScripts.Text(path) is { } text)
            {
                Enter(step, path, text, language ?? Guess(text), place);
            }
            else if (language is not null)
            {
                AskOf(step, path, place, "it is not in this repository when the workflow starts");
            }
        }
    }

    private static void Enter(StepProof step, string path, string text, ScriptLanguage language, TextSpan place)
    {
        if (language == ScriptLanguage.Shell)
        {
            if (step.Job.Depth < JobProof.MaxDepth && step.Job.Entered.Add(path))
            {
                step.Job.Depth++;
                new ScriptProof(step).VisitFile(path, text, place);
                step.Job.Depth--;
            }

            return;
        }

        if (!Array.Exists(Traces, t => text.Contains(t, StringComparison.Ordinal)))
        {
            // Nothing in it speaks of the platform; a variable under another name would have to be named here.
            if (!Array.Exists([.. new ShellVariables(step).Holding()], h => text.Contains(h.Name, StringComparison.Ordinal)))
            {
                return;
            }
        }

        var isRead = language == ScriptLanguage.JavaScript;
        var calls = isRead ? ClientCalls.Find(text) : null;
        foreach (var (_, value) in new ShellVariables(step).Holding())
        {
            isRead &= calls is not null && ClientCallProof.Charge(step, value, calls, _ => place);
        }

        if (!isRead)
        {
            AskOf(step, path, place, "scripts in this language are not followed");
        }
    }

    private static void AskOf(StepProof step, string path, TextSpan place, string because)
    {
        foreach (var (name, value) in new ShellVariables(step).Holding())
        {
            step.Job.Ask(value, step.Question("unread-script", place, path, $"it may read {name}, and {because}"));
        }

        step.Job.Programs.Add(new OpaqueProgram(path, step.Job.Git, step.Reason(place, path)));
    }

    private static ScriptLanguage Guess(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var first = end < 0 ? text : text[..end];
        if (!first.StartsWith("#!", StringComparison.Ordinal))
        {
            return ScriptLanguage.Other;
        }

        return first.Contains("sh", StringComparison.Ordinal) && !first.Contains("pwsh", StringComparison.Ordinal) ? ScriptLanguage.Shell : ScriptLanguage.Other;
    }
}
