using Warder.Engine.Auditing;
using Warder.Engine.Exposure.Flow;
using Warder.Engine.Fixes;
using Warder.Pipelines;

namespace Warder.Engine.Rules.Exposure;

/// <summary>Tells whether a step runs code that could look for a token which it is not given.</summary>
internal static class OtherCode
{
    private const int MostLevels = 4;
    private static readonly string[] OfThePlatform = ["actions/", "github/"];

    /// <summary>
    /// Whether it does: an action of others, an image, a program that is not known. The repository's own actions and the platform's,
    /// a script of known programs, and a script that is handed the token anyway do not.
    /// </summary>
    public static bool RunsIn(PipelineContext context, Job job, Step step, TokenReference token)
    {
        var isHanded = step.TokenVariables.Any(v => v.Token == token)
            || context.Uses.Any(u => u is { Explicit: true, OnlyTested: false } && u.Token == token && u.StepIndex == step.Index && string.Equals(u.Job, job.Id, StringComparison.Ordinal));
        return RunsIn(context.Repository, step, isHanded, MostLevels);
    }

    /// <summary>The same for a step of an action, which is handed no token that is followed.</summary>
    public static bool RunsIn(Repository repository, Step step) => RunsIn(repository, step, isHanded: false, MostLevels);

    private static bool RunsIn(Repository repository, Step step, bool isHanded, int levels)
    {
        if (step.Script is { } script)
        {
            return !isHanded && !(script.Language == ScriptLanguage.Shell && PlainSteps.IsPlain(repository.Facts.Commands, script.Body.Value));
        }

        if (step.Action is { LocalPath: { } path })
        {
            // One that is not made of steps is a program of the repository itself.
            return levels == 0 || repository.LocalPipelines.FindAction(path) is not { } action
                || action.Jobs.Any(j => j.Steps.Any(s => RunsIn(repository, s, s.TokenVariables.Count > 0, levels - 1)));
        }

        return step.Action is not { Name: { } name } || !Array.Exists(OfThePlatform, o => name.StartsWith(o, StringComparison.Ordinal));
    }
}
