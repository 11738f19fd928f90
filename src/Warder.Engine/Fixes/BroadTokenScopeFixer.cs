using Warder.Engine.Rules.Use;
using Warder.Pipelines;
using Warder.Syntax;

namespace Warder.Engine.Fixes;

/// <summary>Moves tokens from the environment of a workflow or job to the steps that read them.</summary>
public sealed class BroadTokenScopeFixer : Fixer
{
    private const string Script = "actions/github-script";

    /// <inheritdoc/>
    public override string Rule => "broad-token-scope";

    /// <inheritdoc/>
    public override void Propose(PipelineFixContext context)
    {
        if (context.Pipeline.Kind != PipelineKind.Workflow || context.Pipeline.Problems.Count > 0)
        {
            return;
        }

        // A variable with a choice of tokens is one variable.
        foreach (var use in context.Uses.Where(u => u.Binding is not null && TokenReaders.Concerns(context.Context, u)).DistinctBy(u => (u.Job, u.Binding)))
        {
            var readers = TokenReaders.Of(context.Context, use);
            if (readers.AreFew)
            {
                Visit(context, use, use.Binding!, readers);
            }
        }
    }

    private void Visit(PipelineFixContext context, TokenUse use, string name, TokenReaders found)
    {
        if (Obstacle(context.Pipeline, use, name, found) is { } because)
        {
            context.Decline(Rule, use.Span.Start, because);
            return;
        }

        if (ScopedVariable.Find(context.Pipeline, use) is not { } variable || Edits(context.Pipeline, variable, found) is not var (edits, changes))
        {
            context.Decline(Rule, use.Span.Start, $"{name} is written in a way that is not edited");
            return;
        }

        var unseen = found.Steps.Where(s => !found.Readers.Contains(s) && !s.Step.Variables.Any(v => v.Name == name)).Where(s => !IsPlain(context, s.Job, s.Step, name)).Select(s => $"{s.Step.Label} of job {s.Job.Id}").FirstOrDefault();
        context.Add(new FixDraft
        {
            Rule = Rule,
            Offset = use.Span.Start,
            Description = $"Hand {name} only to {UsePlaces.Join([.. found.Readers.Select(r => $"{r.Step.Label} of job {r.Job.Id}")])}",
            Edits = edits,
            Changes = changes,
            Doubt = unseen is null ? null : $"{unseen} may read it too, and nothing would show it",
        });
    }

    private static (List<TextEdit> Edits, List<FixPath> Changes)? Edits(Pipeline pipeline, ScopedVariable variable, TokenReaders found)
    {
        var (removal, change) = variable.Remove();
        var (edits, changes) = (new List<TextEdit> { removal }, new List<FixPath> { change });
        foreach (var (job, step) in found.Readers)
        {
            // A step that has its own already reads that one.
            if (step.Variables.Any(v => v.Name == variable.Moved.Name))
            {
                continue;
            }

            if (StepNode.Find(pipeline, job, step)?.Add([variable.Moved]) is not var (edit, added))
            {
                return null;
            }

            edits.Add(edit);
            changes.AddRange(added);
        }

        return (edits, changes);
    }

    /// <summary>Why the variable must stay where it is; null where nothing shows that it must.</summary>
    private static string? Obstacle(Pipeline pipeline, TokenUse use, string name, TokenReaders found)
    {
        if (use.Scope == UseScope.JobEnv && pipeline.Environment.Any(v => v.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
        {
            return $"the workflow has another {name}, which the other steps of job {use.Job} would then see";
        }

        if (found.Steps.Any(s => s.Step.Script?.Body.Value is { } text && text.Contains("GITHUB_ENV", StringComparison.Ordinal) && text.Contains(name, StringComparison.Ordinal)))
        {
            return $"a step may set {name} anew for those behind it";
        }

        return EnvironmentReads.IsReadOutside(pipeline.Source.Text, name, [.. found.Readers.Select(r => r.Step.Script?.Body.Span).OfType<TextSpan>()])
            ? $"an expression outside the scripts that read {name} reads it too"
            : null;
    }

    /// <summary>Whether nothing in a step can read the variable unseen.</summary>
    private static bool IsPlain(PipelineFixContext context, Job job, Step step, string name)
    {
        if (step.Script is not { } script)
        {
            return StepReaders.IsOfThePlatform(step) && step.Action?.Name != Script;
        }

        return StepNode.Find(context.Pipeline, job, step) is { } node
            && StepShell.Of(context.Pipeline, job, node) == ScriptLanguage.Shell
            && !VariableName.Mentions(script.Body.Value, name, StringComparison.OrdinalIgnoreCase)
            && PlainSteps.IsPlain(context.Repository.Facts.Commands, script.Body.Value);
    }
}
