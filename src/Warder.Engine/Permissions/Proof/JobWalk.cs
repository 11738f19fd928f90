using Warder.Engine.Permissions.Values;
using Warder.Pipelines;

namespace Warder.Engine.Permissions.Proof;

/// <summary>Walks one job from its containers through its steps, or into the workflow that it calls.</summary>
internal static class JobWalk
{
    public static void Visit(JobProof proof, Pipeline pipeline, Job job, PipelineScope scope, IReadOnlyList<string> via)
    {
        var condition = EventCondition.Of(job.Condition);
        if (condition.IsNever(scope))
        {
            if (via.Count == 0)
            {
                // Somebody switched it off, or it is a template; what it is meant to need nobody can tell.
                proof.Ask(PossibleValue.DefaultToken, new OpenQuestion("never-runs", pipeline.Path, pipeline.Source.GetPosition(job.KeySpan.Start), Step: null, $"job {job.Id}", "its condition never lets it run"));
            }

            return;
        }

        proof.Doubt ??= condition.OnlyWhereAsked(scope);
        var inner = scope.With(condition.Narrow(scope.Events)).Within(job, proof.Repository.Facts.Actions);
        var variables = new VariableScope(new VariableScope(new VariableScope(null, pipeline.Environment, inner), job.Variables, inner), job.ContainerVariables, inner);
        if (job.Call is { } call)
        {
            new CalledWorkflowProof(proof, pipeline, call, inner, variables, via).Visit();
            return;
        }

        VisitContainers(proof, pipeline, job, via);
        StepWalk.Visit(proof, pipeline, job.Steps, inner, variables, via);
        LeftOpen.Settle(proof);
    }

    private static void VisitContainers(JobProof proof, Pipeline pipeline, Job job, IReadOnlyList<string> via)
    {
        if (!job.Images.Any(i => RegistryLogins.IsPlatform(i) != false))
        {
            return;
        }

        foreach (var use in pipeline.TokenUses)
        {
            if (use.Scope is UseScope.ContainerCredentials or UseScope.ServiceCredentials && string.Equals(use.Job, job.Id, StringComparison.Ordinal))
            {
                proof.Charge(
                    PossibleValue.Of(use.Token),
                    Requirement.Of("packages", GrantLevel.Read),
                    holds: true,
                    new NeedReason(pipeline.Path, use.Start, Step: null, "the job's image is pulled from the platform's registry", "documented", Condition: null, via));
            }
        }
    }
}
