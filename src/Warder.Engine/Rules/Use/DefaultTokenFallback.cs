using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Permissions.Proof;
using Warder.Engine.Policy;
using Warder.Pipelines;

namespace Warder.Engine.Rules.Use;

/// <summary>Finds chains that fall back to the default token when another token is empty.</summary>
public sealed class DefaultTokenFallback : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "default-token-fallback",
        Title = "The default token is a fallback",
        Category = RuleCategory.Use,
        Severity = Severity.Error,
        Compliance = ["CICD-SEC-2", "CICD-SEC-6", "NHI-5"],
    };

    /// <inheritdoc/>
    public override void VisitPipeline(PipelineContext context)
    {
        foreach (var place in TokenChains.Of(context.Pipeline, context.Uses))
        {
            Visit(context, place, IsForForks(context, place));
        }
    }

    /// <inheritdoc/>
    public override void VisitScript(ScriptContext context)
    {
        foreach (var place in TokenChains.Of(context.Uses))
        {
            Visit(context, place, isForForks: false);
        }
    }

    private void Visit(RuleContext context, TokenChain place, bool isForForks)
    {
        var policy = context.Repository.DefaultToken;
        if (policy == DefaultTokenPolicy.Allow || FindFallback(place.Chain) is not { } fallback)
        {
            return;
        }

        var (before, isConditional) = fallback;
        var tokens = $"{UsePlaces.Join(before)} {(before.Count == 1 ? "is" : "are")}";
        context.Report(this, new FindingDraft
        {
            Span = place.Chain.Span,
            Severity = policy == DefaultTokenPolicy.LeastPrivilege ? Severity.Warning : null,
            // Who forbids the default token wants to hear of it in forks and generated files too.
            Persona = (isForForks || context.Generated is not null) && policy != DefaultTokenPolicy.Forbid ? Persona.Auditor : null,
            Confidence = isConditional ? Confidence.Medium : null,
            Message = $"GITHUB_TOKEN takes over when {tokens} empty",
            Why = "When a token is missing or misspelt, the work goes on with another identity and other rights, and nobody notices",
            Hint = $"Let the step fail without {before[0]}",
            Token = TokenReference.DefaultTokenName,
            Use = place.Use,
            Job = place.Job,
            Step = place.Step,
            Identity = place.Identity,
        });
    }

    /// <summary>Whether pull requests of forks, which have no secrets, run what the chain stands in, in each job that has those lines.</summary>
    private static bool IsForForks(PipelineContext context, TokenChain place)
    {
        var events = context.Pipeline.Triggers.Where(t => t.Reach is { StartedByAnyone: true, ForkSeesSecrets: false }).Select(t => t.Event).ToList();
        var job = place.Job is null ? null : context.Pipeline.Jobs.FirstOrDefault(j => string.Equals(j.Id, place.Job, StringComparison.Ordinal));
        var step = place.Step ?? (place.Use is { StepIndex: >= 0 and var index } ? job?.Steps.FirstOrDefault(s => s.Index == index) : null);
        if (step is null)
        {
            return Run(events, job, step: null);
        }

        // By an alias, several jobs may run a step that stands once.
        return context.Pipeline.Jobs.All(j => j.Steps.Where(s => s.Span == step.Span).All(s => Run(events, j, s)));
    }

    private static bool Run(List<string> events, Job? job, Step? step) =>
        EventCondition.Of(step?.Condition).Narrow(EventCondition.Of(job?.Condition).Narrow(events)) is { Count: > 0 };

    /// <summary>The tokens before the default token; null where it is no fallback for a token.</summary>
    private static (List<string> Before, bool IsConditional)? FindFallback(FallbackChain chain)
    {
        var before = new List<string>();
        var isConditional = false;
        foreach (var link in chain.Links)
        {
            if (link.Token is { Kind: TokenKind.DefaultToken })
            {
                return before.Count == 0 ? null : (before, isConditional);
            }

            if (link.Token is { Kind: TokenKind.Secret } token)
            {
                before.Add(token.Name);
                isConditional |= link.IsConditional;
            }
        }

        return null;
    }
}
