using Warder.Engine.Exposure.Flow;
using Warder.Engine.Exposure.Reach;
using Warder.Engine.Permissions;
using Warder.Pipelines;
using Warder.Syntax.Shell;

namespace Warder.Engine.Rules.Exposure;

/// <summary>Follows a pull request that a script fetches: it lies beside the work tree until something puts it there.</summary>
internal static class FetchedBranch
{
    private const string LastFetched = "FETCH_HEAD";
    private static readonly string[] Entries = ["checkout", "switch", "merge", "reset", "worktree", "rebase", "cherry-pick", "restore", "read-tree", "pull"];

    /// <summary>The step that puts it into the work tree, and the offset in its script; null where none does.</summary>
    public static (Step Step, int At)? EnteredBy(RunReach reach, Job job, Step step, ShellCommand fetch)
    {
        if (!StepCommands.StartsWith(fetch, ["git", "fetch"]))
        {
            return (step, fetch.Span.Start);
        }

        var name = fetch.Words.Select(w => w.Text.Trim('"', '\'')).FirstOrDefault(w => w.Contains("pull/", StringComparison.Ordinal)) is { } range && range.LastIndexOf(':') is var colon and > 0
            ? range[(colon + 1)..].Replace("refs/heads/", "", StringComparison.Ordinal) : null;
        foreach (var later in job.Steps.Skip(step.Index))
        {
            if (later.Script is not { Language: ScriptLanguage.Shell } script || !reach.Reaches(job, later))
            {
                continue;
            }

            foreach (var command in script.Shell.Commands)
            {
                if ((later != step || command.Span.Start > fetch.Span.Start) && Enters(reach, job, later, command, name))
                {
                    return (later, command.Span.Start);
                }
            }
        }

        return null;
    }

    private static bool Enters(RunReach reach, Job job, Step step, ShellCommand command, string? name)
    {
        if (command.Name != "git")
        {
            return false;
        }

        var verb = command.Arguments.Select(w => w.Literal).FirstOrDefault(w => w is not null && (Array.IndexOf(Entries, w) >= 0 || w is "show" or "archive" or "cat-file"));
        var isCopy = verb is "show" or "archive" or "cat-file";
        return verb is not null
            && (!isCopy || command.Redirections.Count > 0 || command.PipedInto?.Name is "bash" or "sh" or "tar" or "node" or "python" or "python3")
            && command.Arguments.Any(w => Names(reach, job, step, w, name, isCopy));
    }

    private static bool Names(RunReach reach, Job job, Step step, ShellWord word, string? name, bool isCopy)
    {
        var text = word.Text.Trim('"', '\'');
        if (text.Contains(LastFetched, StringComparison.Ordinal) || (name is not null && (isCopy ? text.StartsWith(name + ":", StringComparison.Ordinal) || text == name : text == name || text.EndsWith('/' + name, StringComparison.Ordinal))))
        {
            return true;
        }

        // A commit by a variable: the pull request's, where the variable is set to it or by something that is not seen.
        return !isCopy && word.Expansions.Count > 0 && word.Expansions.Any(e => e.Name is { } variable
            && (BoundVariable.ValueOf(reach.Pipeline, job, step, variable) is not { } bound || StrangerRef.IsIn(reach, job, step, bound)));
    }
}
