using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Registry;

namespace Warder.Engine.Rules.Registry;

/// <summary>Finds what is wrong with the shape of the registry file.</summary>
public sealed class RegistryInvalid : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "registry-invalid",
        Title = "The registry cannot be read as one",
        Category = RuleCategory.Registry,
        Severity = Severity.Critical,
        Suppressible = false,
        Compliance = ["CICD-SEC-7"],
    };

    /// <inheritdoc/>
    public override void VisitRegistry(RegistryContext context)
    {
        foreach (var problem in context.Registry.Problems)
        {
            if (problem.Kind == RegistryProblemKind.Invalid)
            {
                context.Report(this, new FindingDraft
                {
                    Span = problem.Span,
                    Message = problem.Message,
                    Hint = problem.Hint,
                    Why = context.Registry.IsReadable
                        ? "What the registry says here is not taken into account"
                        : "No rule that needs the registry can say anything",
                    Identity = problem.Message,
                });
            }
        }
    }
}
