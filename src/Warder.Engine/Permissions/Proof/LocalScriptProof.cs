using Warder.Engine.Permissions.Commands;
using Warder.Pipelines;
using Warder.Pipelines.Scripts;
using Warder.Syntax;

namespace Warder.Engine.Permissions.Proof;

/// <summary>Enters the scripts of the repository that a step runs: shell scripts by their commands, others by the client calls seen in them.</summary>
internal static class LocalScriptProof
{
    private static readonly string[] Endings = [".js", ".cjs", "/index.js"];
    private static readonly string[] Traces = ["api.github.com", "octokit", "github.rest", "PyGithub", "from github", "import github", "GITHUB_TOKEN", "GH_TOKEN", "git push", "\"push\"", "'push'"];

    public static void Visit(StepProof step, IReadOnlyList<string> paths, TextSpan place)
    {
        foreach (var written in paths)
        {
            var path = WithEnding(step, written);
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

    // `node scripts/build` runs scripts/build.js.
    private static string WithEnding(StepProof step, string path)
    {
        var scripts = step.Job.Repository.LocalScripts;
        var ending = path.LastIndexOf('.') > path.LastIndexOf('/') || scripts.Text(path) is not null ? "" : Array.Find(Endings, e => scripts.Text(path + e) is not null);
        return path + ending;
    }

    private static void Enter(StepProof step, string path, string text, ScriptLanguage language, TextSpan place)
    {
        IdentityRequests.VisitFile(step, text, language, place);
        if (language == ScriptLanguage.Shell)
        {
            if (step.Job.Depth < JobProof.MaxDepth && step.Job.Entered.Add($"{path} {Held(step)}"))
            {
                step.Job.Depth++;
                new ScriptProof(step).VisitFile(path, text, place);
                step.Job.Depth--;
            }

            return;
        }

        if (language is ScriptLanguage.JavaScript or ScriptLanguage.Python)
        {
            Programs.LocalProgramProof.Visit(step, path, language, place);
            return;
        }

        var holding = step.Holding;
        if (Speaks(text) || holding.Any(h => text.Contains(h.Name, StringComparison.Ordinal)))
        {
            AskOf(step, path, place, "scripts in this language are not followed");
        }
    }

    /// <summary>Whether a program speaks to the platform. A pass for each of few texts costs less than one prepared for all of them.</summary>
    public static bool Speaks(string text) => Array.Exists(Traces, t => text.Contains(t, StringComparison.Ordinal));

    /// <summary>Asks of every credential that a script could use.</summary>
    public static void AskOf(StepProof step, string path, TextSpan place, string because)
    {
        foreach (var (name, value) in step.Holding)
        {
            step.Job.Ask(value, step.Question("unread-script", place, path, $"it may read {name}, and {because}"));
        }

        step.Job.Ask(step.Job.GitHubCli, step.Question("unread-script", place, path, $"it may run gh, and {because}"));

        step.Job.Programs.Add(new OpaqueProgram(path, step.Job.Git, step.Reason(place, path)));
    }

    /// <summary>The tokens that a script sees, so that one that runs twice is entered again where it sees others.</summary>
    public static string Held(StepProof step) => string.Join(' ', step.Holding.Select(h => h.Name));

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
