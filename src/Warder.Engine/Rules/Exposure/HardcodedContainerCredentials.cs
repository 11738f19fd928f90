using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Pipelines;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Rules.Exposure;

/// <summary>Finds registry passwords written into a workflow.</summary>
public sealed class HardcodedContainerCredentials : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "hardcoded-container-credentials",
        Title = "A registry's password stands in the workflow",
        Category = RuleCategory.Exposure,
        Severity = Severity.Error,
        Compliance = ["CICD-SEC-6", "NHI-2"],
        Aliases = [new RuleAlias("zizmor", "hardcoded-container-credentials"), new RuleAlias("actionlint", "credentials")],
    };

    /// <inheritdoc/>
    public override void VisitPipeline(PipelineContext context)
    {
        if (context.Pipeline.Kind != PipelineKind.Workflow || !context.Source.Text.Contains("credentials", StringComparison.Ordinal) || context.Pipeline.Tree.Root?.AsMapping()?.Get("jobs")?.AsMapping() is not { } jobs)
        {
            return;
        }

        foreach (var job in jobs.Entries)
        {
            if (job.Value?.AsMapping() is not { } body)
            {
                continue;
            }

            Visit(context, job.KeyText, "the container", body.Get("container"));
            foreach (var service in body.Get("services")?.AsMapping()?.Entries ?? [])
            {
                Visit(context, job.KeyText, $"the service {service.KeyText}", service.Value);
            }
        }
    }

    private void Visit(PipelineContext context, string? job, string what, YamlNode? container)
    {
        if (container?.AsMapping()?.Get("credentials")?.AsMapping()?.Get("password")?.AsScalar() is { } password
            && !password.Value.Contains("${{", StringComparison.Ordinal)
            && password.Value.Length > 0)
        {
            context.Report(this, new FindingDraft
            {
                Span = password.Span,
                Job = job,
                Message = $"The password for the registry of {what} is written out",
                Why = "Everyone who may read the repository, its history or a copy of either can use it",
                Hint = "Change the password, and take the new one from a secret",
                Identity = what,
            });
        }
    }
}
