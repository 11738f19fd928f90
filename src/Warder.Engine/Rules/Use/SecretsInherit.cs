using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Pipelines;

namespace Warder.Engine.Rules.Use;

/// <summary>Finds calls that hand every secret to the called workflow.</summary>
public sealed class SecretsInherit : Rule
{
    private const int MaxNamed = 4;

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "secrets-inherit",
        Title = "A called workflow inherits every secret",
        Category = RuleCategory.Use,
        Severity = Severity.Warning,
        Fixable = true,
        Compliance = ["CICD-SEC-2", "CICD-SEC-5", "NHI-5"],
        Aliases = [new RuleAlias("zizmor", "secrets-inherit"), new RuleAlias("ghalint", "deny_inherit_secrets")],
    };

    /// <inheritdoc/>
    public override void VisitJob(PipelineContext context, Job job)
    {
        if (job.Call is not { InheritSpan: { } span } call)
        {
            return;
        }

        var taken = call.LocalPath is null ? null : CalleeSecrets.Of(context.Repository, call);
        context.Report(this, new FindingDraft
        {
            Span = span,
            Job = job.Id,
            Token = "*",
            Confidence = taken is { NamesEnvironment: true } ? Confidence.Medium : null,
            Message = MessageOf(call, taken),
            Why = "The called workflow, and everything it runs, can take any secret that this workflow can see",
            Hint = HintOf(context, call, taken),
            Identity = call.Target,
        });
    }

    private static string MessageOf(PipelineCall call, CalleeSecrets? taken) => taken switch
    {
        { IsComplete: true, Names: [] } => $"{call.Target} is handed every secret and takes none",
        { IsComplete: true } => $"{call.Target} is handed every secret and takes {Names(taken.Names)} only",
        _ => $"{call.Target} is handed every secret",
    };

    private static string Names(IReadOnlyList<string> names) => names.Count <= MaxNamed
        ? UsePlaces.Join(names)
        : $"{string.Join(", ", names.Take(MaxNamed))} and {names.Count - MaxNamed} more";

    private static string HintOf(PipelineContext context, PipelineCall call, CalleeSecrets? taken)
    {
        if (taken is not { IsComplete: true })
        {
            return "Pass the secrets that it takes by name";
        }

        if (taken.Names.Count == 0)
        {
            return "Remove `secrets: inherit`";
        }

        var map = string.Join(", ", taken.Names.Select(n => $"{n}: ${{{{ secrets.{n} }}}}"));
        var declared = context.Repository.LocalPipelines.FindWorkflow(call.LocalPath!)?.Secrets ?? [];
        var missing = taken.Names.Where(n => !declared.Any(d => string.Equals(d.Name, n, StringComparison.OrdinalIgnoreCase))).ToList();
        var hint = $"Write instead: secrets: {{ {map} }}";
        hint += missing.Count == 0 ? "" : $"; {call.Target} must declare {UsePlaces.Join(missing)} first";
        return hint + (taken.NamesEnvironment ? "; a job there runs in an environment, whose own secrets reach it only while it inherits" : "");
    }
}
