using Warder.Engine.Permissions;
using Warder.Pipelines;
using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Fixes;

/// <summary>Gives checkouts <c>persist-credentials: false</c> where no later step of the job uses the credential.</summary>
public sealed class PersistedCredentialsFixer : Fixer
{
    private const string Checkout = "actions/checkout";

    /// <inheritdoc/>
    public override string Rule => "persisted-credentials";

    /// <inheritdoc/>
    public override void Propose(PipelineFixContext context)
    {
        if (context.Pipeline.Kind != PipelineKind.Workflow || context.Pipeline.Problems.Count > 0)
        {
            return;
        }

        foreach (var job in context.Pipeline.Jobs)
        {
            var permissions = context.Permissions.FirstOrDefault(p => p.Needs.Job == job.Id);
            foreach (var step in job.Steps)
            {
                if (permissions is not null && step.Action is { Name: Checkout } action && !step.Inputs.Any(i => i.Name.Equals("persist-credentials", StringComparison.OrdinalIgnoreCase)))
                {
                    Visit(context, permissions, job, step, action);
                }
            }
        }
    }

    private void Visit(PipelineFixContext context, JobPermissions permissions, Job job, Step step, ActionReference action)
    {
        if (permissions.Needs.UsesGitCredential)
        {
            context.Decline(Rule, action.Span.Start, $"a later step of job {job.Id} works with git through the credential");
        }
        else if (EditOf(context.Pipeline, job, step) is { } edit)
        {
            // A program or action that is not known may run git too.
            context.Add(new FixDraft
            {
                Rule = Rule,
                Offset = action.Span.Start,
                Description = $"Keep the token of the checkout in job {job.Id} out of the git configuration",
                Edits = [edit],
                Changes = [FixPath.Of("jobs", job.Id, "steps", step.Index, "with")],
                Doubt = permissions.Needs.MayUseGitCredential || !permissions.Needs.IsResolved ? "a later step may work with git through it" : null,
            });
        }
        else
        {
            context.Decline(Rule, action.Span.Start, "the step is written in a way that is not edited");
        }
    }

    private static TextEdit? EditOf(Pipeline pipeline, Job job, Step step)
    {
        var source = pipeline.Source;
        var steps = BlockLines.JobOf(pipeline, job.Id)?.Get("steps")?.AsSequence();
        if (steps is null || step.Index >= steps.Items.Count || steps.Items[step.Index].AsMapping() is not { } mapping || mapping.Find("uses") is not { } uses || steps.Items[step.Index] is YamlAlias)
        {
            return null;
        }

        var with = mapping.Find("with");
        if (with?.Value is YamlMapping { Entries.Count: > 0 } inputs)
        {
            var first = inputs.Entries[0];
            if (inputs.IsFlow)
            {
                return new TextEdit(new TextSpan(first.Key.Span.Start, 0), "persist-credentials: false, ");
            }

            return BlockLines.IndentOf(source, first.Key.Span.Start) is { } inner
                ? new TextEdit(new TextSpan(first.Key.Span.Start, 0), $"persist-credentials: false{BlockLines.BreakOf(source)}{inner}")
                : null;
        }

        if (with is not null)
        {
            return null;
        }

        if (mapping.IsFlow)
        {
            return new TextEdit(new TextSpan(uses.Span.End, 0), ", with: { persist-credentials: false }");
        }

        var indent = new string(' ', source.GetPosition(uses.Key.Span.Start).Column - 1);
        return BlockLines.After(source, uses, [$"{indent}with:", $"{indent}  persist-credentials: false"]);
    }
}
