using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Rules;

namespace Warder.Engine.Enforcement;

/// <summary>Gives each finding its section: exactly one, so that the sections add up to the whole.</summary>
internal sealed class SectionOfFinding
{
    private readonly FileClassifier _classifier;
    private readonly HashSet<string> _declarations = new(StringComparer.Ordinal);

    public SectionOfFinding(Repository repository)
    {
        _classifier = new FileClassifier(repository.Facts.AgentDocuments);
        string?[] paths = [repository.Registry?.Source.Path, repository.Policy.Source?.Path];
        _declarations.UnionWith(paths.OfType<string>());
    }

    public EnforcementSection Of(Finding finding)
    {
        if (finding.Rule.Section is { } section)
        {
            return section;
        }

        if (finding.Rule.Category == RuleCategory.Registry || _declarations.Contains(finding.Location.Path))
        {
            return EnforcementSection.Registry;
        }

        return _classifier.Classify(finding.Location.Path) switch
        {
            FileKind.Workflow or FileKind.Action => EnforcementSection.Workflows,
            FileKind.Document or FileKind.Configuration => EnforcementSection.Agents,
            _ => EnforcementSection.Audit,
        };
    }
}
