using Warder.Engine.Auditing;
using Warder.Engine.Facts;
using Warder.Engine.Findings;
using Warder.Engine.Permissions;
using Warder.Pipelines;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Rules.Use;

/// <summary>Finds secrets in jobs that run in no environment.</summary>
public sealed class SecretOutsideEnvironment : Rule
{
    private const string AllowOption = "allow";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "secret-outside-environment",
        Title = "A secret is used outside any environment",
        Category = RuleCategory.Use,
        Severity = Severity.Warning,
        Persona = Persona.Auditor,
        Options = [new RuleOption(AllowOption, "names of secrets that need no environment, with `*` for any characters; none by default")],
        Compliance = ["CICD-SEC-1", "CICD-SEC-5", "NHI-8"],
        Aliases = [new RuleAlias("zizmor", "secrets-outside-env")],
    };

    /// <inheritdoc/>
    public override void VisitTokenUse(PipelineContext context, TokenUse use)
    {
        if (!use.Explicit
            || use.OnlyTested
            || use.Token.Kind != TokenKind.Secret
            || context.Pipeline.Kind != PipelineKind.Workflow
            || use.GivenByCaller
            || !IsOutside(context.Pipeline, use)
            || context.Repository.Facts.SecretNames.IsIdentifier(use.Token.Name)
            || IsAllowed(context.Repository, use.Token.Name))
        {
            return;
        }

        context.Report(this, new FindingDraft
        {
            Span = use.Span,
            Use = use,
            Message = $"{use.Token.Name} is used by {UsePlaces.Of(use)}, outside any environment",
            Why = "A repository secret is there for every workflow on every branch; one of an environment is there after its rules were met",
            Hint = "Move the secret into an environment and name that environment in the job",
        });
    }

    /// <summary>Whether it reaches a job with steps that names no environment; a job that calls a workflow cannot name one.</summary>
    private static bool IsOutside(Pipeline pipeline, TokenUse use) => EffectiveGrants.JobOf(pipeline, use) is { } job
        ? job.Call is null && job.Environment is null
        : pipeline.Jobs.Any(j => j.Call is null && j.Environment is null);

    private bool IsAllowed(Repository repository, string name)
    {
        if (!repository.Policy.Rules.TryGetValue(Descriptor.Slug, out var setting) || !setting.Options.TryGetValue(AllowOption, out var value))
        {
            return false;
        }

        return value.Resolve() switch
        {
            YamlScalar one => new NamePattern(one.Value).Matches(name),
            YamlSequence list => list.Items.Any(i => i.Resolve() is YamlScalar item && new NamePattern(item.Value).Matches(name)),
            _ => false,
        };
    }
}
