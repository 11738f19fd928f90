using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Permissions;
using Warder.Pipelines;

namespace Warder.Engine.Rules.Use;

/// <summary>Finds tokens that are bound to an environment in jobs that do not run in it.</summary>
public sealed class EnvironmentMismatch : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "environment-mismatch",
        Title = "A token of an environment in a job outside it",
        Category = RuleCategory.Use,
        Severity = Severity.Error,
        Compliance = ["CICD-SEC-1", "CICD-SEC-5", "NHI-8"],
    };

    /// <inheritdoc/>
    public override void VisitTokenUse(PipelineContext context, TokenUse use)
    {
        if (!use.Explicit
            || use.OnlyTested
            || use.Token.Kind != TokenKind.Secret
            || context.Pipeline.Kind != PipelineKind.Workflow
            || context.Repository.Registry?.Find(use.Token)?.Environment is not { Length: > 0 } wanted
            || use.GivenByCaller
            || FindMismatch(context, use, wanted) is not { } mismatch)
        {
            return;
        }

        context.Report(this, new FindingDraft
        {
            Span = use.Span,
            Use = use,
            Message = $"{use.Token.Name} is bound to the environment {wanted}, and {mismatch}",
            Why = "Outside its environment none of the environment's rules hold: no approval, no branch limit",
            Hint = $"Give the job `environment: {wanted}`, and keep the secret in that environment only",
        });
    }

    private static string? FindMismatch(PipelineContext context, TokenUse use, string wanted)
    {
        if (EffectiveGrants.JobOf(context.Pipeline, use) is not { } job)
        {
            var reached = context.Pipeline.Jobs.Where(j => j.Steps.Count > 0).ToList();
            return reached.Count == 0 || reached.Any(j => Fits(j, wanted) != false) ? null : "no job of this workflow runs in it";
        }

        return job.Call is { } call ? FindInCallee(context.Repository, call, use, wanted) : Describe(job, wanted);
    }

    private static string? FindInCallee(Repository repository, PipelineCall call, TokenUse use, string wanted)
    {
        if (call.LocalPath is not { } path || repository.LocalPipelines.FindWorkflow(path) is not { } callee || use.Binding is not { } name)
        {
            return null;
        }

        var takers = new List<Job>();
        foreach (var taken in callee.TokenUses)
        {
            if (string.Equals(taken.Token.Name, name, StringComparison.OrdinalIgnoreCase) && EffectiveGrants.JobOf(callee, taken) is { } job)
            {
                takers.Add(job);
            }
        }

        var mismatch = takers.Count == 0 || takers.Any(j => j.Call is not null || Fits(j, wanted) != false) ? null : Describe(takers[0], wanted);
        return mismatch is null ? null : $"{mismatch} ({path})";
    }

    private static string? Describe(Job job, string wanted) => Fits(job, wanted) != false
        ? null
        : job.Environment is { } other ? $"job {job.Id} runs in {other.Name}" : $"job {job.Id} names no environment";

    /// <summary>Whether a job runs in an environment; null where its name is computed.</summary>
    private static bool? Fits(Job job, string wanted) => job.Environment switch
    {
        null => false,
        { IsLiteral: false } => null,
        { Name: var name } => string.Equals(name, wanted, StringComparison.OrdinalIgnoreCase),
    };
}
