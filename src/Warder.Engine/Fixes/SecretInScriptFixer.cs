using Warder.Pipelines;

namespace Warder.Engine.Fixes;

/// <summary>Hands tokens to scripts through the environment of the step, where the platform pastes them into the text.</summary>
public sealed class SecretInScriptFixer : Fixer
{
    /// <inheritdoc/>
    public override string Rule => "secret-in-script";

    /// <inheritdoc/>
    public override void Propose(PipelineFixContext context)
    {
        if (context.Pipeline.Problems.Count > 0)
        {
            return;
        }

        foreach (var job in context.Pipeline.Jobs)
        {
            foreach (var step in job.Steps)
            {
                var uses = context.Uses.Where(u => u is { Scope: UseScope.Script, Explicit: true, OnlyTested: false } && u.Job == job.Id && u.StepIndex == step.Index).ToList();
                if (uses.Count > 0 && step.Script is { } script)
                {
                    Visit(context, job, step, script, uses);
                }
            }
        }
    }

    private void Visit(PipelineFixContext context, Job job, Step step, StepScript script, List<TokenUse> uses)
    {
        var node = StepNode.Find(context.Pipeline, job, step);
        if (node is null)
        {
            context.Decline(Rule, uses[0].Span.Start, $"{step.Label} is written in a way that is not edited");
        }
        else if (StepShell.Of(context.Pipeline, job, node) is not { } shell)
        {
            context.Decline(Rule, uses[0].Span.Start, $"which shell runs {step.Label} is not known");
        }
        else
        {
            new PastedTokens(context, job, step, script.Body, node, shell).Propose(Rule, uses);
        }
    }
}
