using Warder.Engine.Auditing;
using Warder.Engine.Exposure.Flow;
using Warder.Engine.Facts;
using Warder.Engine.Fixes;
using Warder.Engine.Permissions;
using Warder.Pipelines;
using Warder.Syntax.Shell;

namespace Warder.Engine.Rules.Exposure;

/// <summary>Tells whether a step runs code that could look for a token which it is not given.</summary>
internal static class OtherCode
{
    private const int MostLevels = 4;
    private const string Git = "git";
    private const string Prompt = "prompt";

    // What makes git run other programs.
    private static readonly string[] Starters = ["submodule", "bisect", "filter-branch", "rebase", "difftool", "mergetool", "-c"];
    private static readonly string[] OfThePlatform = ["actions/", "github/"];

    /// <summary>
    /// Whether it does: an action of others, an image, a program that is not known. The repository's own actions and the platform's,
    /// a script of known programs and of git, and what is handed the token anyway do not.
    /// </summary>
    public static bool RunsIn(PipelineContext context, Job job, Step step, TokenReference token)
    {
        var isHanded = step.TokenVariables.Any(v => v.Token == token)
            || context.Uses.Any(u => !u.OnlyTested && IsGiven(u) && u.Token == token && u.StepIndex == step.Index && string.Equals(u.Job, job.Id, StringComparison.Ordinal));
        return RunsIn(context.Repository, step, isHanded, MostLevels);
    }

    /// <summary>The same for a step of an action, which is handed no token that is followed.</summary>
    public static bool RunsIn(Repository repository, Step step) => RunsIn(repository, step, isHanded: false, MostLevels);

    private static bool RunsIn(Repository repository, Step step, bool isHanded, int levels)
    {
        if (step.Script is { } script)
        {
            return !isHanded && !(script.Language == ScriptLanguage.Shell && RunsOnlyKnown(repository.Facts.Commands, script.Shell, script.Body.Value));
        }

        if (step.Action is { LocalPath: { } path })
        {
            // One that is not made of steps is a program of the repository itself. What its step sees in variables, its own steps see.
            return levels == 0 || repository.LocalPipelines.FindAction(path) is not { } action
                || action.Jobs.Any(j => j.Steps.Any(s => RunsIn(repository, s, s.TokenVariables.Count > 0 || (isHanded && step.TokenVariables.Count > 0), levels - 1)));
        }

        // An agent runs what a text tells it to, and whose that is, nobody knows.
        return (!isHanded || step.Inputs.Any(i => i.Name.Equals(Prompt, StringComparison.OrdinalIgnoreCase))) && (step.Action is not { Name: { } name } || !Array.Exists(OfThePlatform, o => name.StartsWith(o, StringComparison.Ordinal)));
    }

    // By a word of the workflow, or by the default of an input; an action that takes the token on its own may keep it from what it installs.
    private static bool IsGiven(TokenUse use) => use.Explicit || (use.Binding is { Length: > 0 } input && input != ImplicitUses.PushBinding);

    /// <summary>Whether a script runs only programs that run no code but their own, and git, for which the credential is.</summary>
    private static bool RunsOnlyKnown(CommandFacts commands, ShellScript shell, string text) =>
        new ShellPlaces(text).Programs.All(p => p is Git || (p is not null && commands.IsPlain(p)))
        && !shell.Commands.Any(c => c.Words.Any(w => w.Literal is { } word && Array.IndexOf(Starters, word) >= 0) && StepCommands.StartsWith(c, [Git]));
}
