using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Pipelines;

namespace Warder.Engine.Rules.Exposure;

/// <summary>Finds workflows that switch the old, unsafe workflow commands on again.</summary>
public sealed class InsecureCommands : Rule
{
    private const string Variable = "ACTIONS_ALLOW_UNSECURE_COMMANDS";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "insecure-commands",
        Title = "Anything printed can set variables",
        Category = RuleCategory.Exposure,
        Severity = Severity.Error,
        Compliance = ["CICD-SEC-4", "CICD-SEC-7"],
        Aliases = [new RuleAlias("zizmor", "insecure-commands")],
    };

    /// <inheritdoc/>
    public override void VisitPipeline(PipelineContext context)
    {
        if (!context.Source.Text.Contains(Variable, StringComparison.Ordinal))
        {
            return;
        }

        Visit(context, context.Pipeline.Environment, job: null, step: null);
        foreach (var job in context.Pipeline.Jobs)
        {
            Visit(context, job.Variables, job, step: null);
            foreach (var step in job.Steps)
            {
                Visit(context, step.Variables, job, step);
            }
        }
    }

    private void Visit(PipelineContext context, IReadOnlyList<EnvironmentEntry> variables, Job? job, Step? step)
    {
        foreach (var variable in variables)
        {
            if (variable.Name == Variable && variable.Value?.Value.Trim().ToUpperInvariant() is not ("FALSE" or "0" or ""))
            {
                context.Report(this, new FindingDraft
                {
                    Span = variable.KeySpan,
                    Job = job?.Id,
                    Step = step,
                    Message = "`set-env` and `add-path` are switched on: whatever a step prints can set variables and paths for the steps after it",
                    Why = "Text of a stranger in a log line is enough to run code in a later step, with its tokens",
                    Hint = "Write to the files behind GITHUB_ENV and GITHUB_PATH instead",
                });
            }
        }
    }
}
