using Warder.Engine.Exposure.Flow;
using Warder.Engine.Exposure.Reach;
using Warder.Engine.Permissions;
using Warder.Pipelines;
using Warder.Syntax;
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

        var target = FetchTarget.Of(fetch);
        foreach (var later in job.Steps.Skip(step.Index))
        {
            if (later.Script is not { Language: ScriptLanguage.Shell } script || !reach.Reaches(job, later))
            {
                continue;
            }

            foreach (var command in script.Shell.Commands)
            {
                if ((later != step || command.Span.Start > fetch.Span.Start) && Enters(reach, job, later, command, target))
                {
                    return (later, command.Span.Start);
                }
            }
        }

        return null;
    }

    private static bool Enters(RunReach reach, Job job, Step step, ShellCommand command, FetchTarget? target)
    {
        if (command.Name != "git")
        {
            return false;
        }

        var verb = command.Arguments.Select(w => w.Literal).FirstOrDefault(w => w is not null && (Array.IndexOf(Entries, w) >= 0 || w is "show" or "archive" or "cat-file"));
        var isCopy = verb is "show" or "archive" or "cat-file";
        return verb is not null
            && (!isCopy || command.Redirections.Count > 0 || command.PipedInto?.Name is "bash" or "sh" or "tar" or "node" or "python" or "python3")
            && command.Arguments.Any(w => Names(reach, job, step, w, target, isCopy));
    }

    private static bool Names(RunReach reach, Job job, Step step, ShellWord word, FetchTarget? target, bool isCopy)
    {
        var text = word.Text.Trim('"', '\'');
        if (text.Contains(LastFetched, StringComparison.Ordinal) || target?.IsNamedBy(text, isCopy) == true)
        {
            return true;
        }

        // A commit by a variable or an expression: the pull request's, unless it is seen to be something else.
        return !isCopy && word.Expansions.Any(e => e switch
        {
            { Kind: ShellExpansionKind.Template } => IsForeign(reach, job, step, e.Span, isWhole: e.Span.Length == text.Length),
            { Name: { } variable } => BoundVariable.ValueOf(reach.Pipeline, job, step, variable) is not { } bound || StrangerRef.IsIn(reach, job, step, bound),
            _ => false,
        });
    }

    /// <summary>Whether an expression in a script is the name of a stranger's code; one that is a whole word is, where nothing tells what it is.</summary>
    private static bool IsForeign(RunReach reach, Job job, Step step, TextSpan span, bool isWhole)
    {
        foreach (var (place, result) in reach.Expressions.In(step.Script!.Body))
        {
            if (place.Outer.Start == span.Start)
            {
                return result.Root is not { } root
                    || StrangerRef.IsIn(reach, job, step, root)
                    || (isWhole && UntrustedContexts.PathOf(root) is [var context, ..] && context.ToLowerInvariant() switch
                    {
                        "env" or "inputs" or "needs" or "steps" or "matrix" => true,
                        _ => false,
                    });
            }
        }

        return isWhole;
    }
}
