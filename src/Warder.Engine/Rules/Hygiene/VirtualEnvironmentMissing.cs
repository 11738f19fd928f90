using Warder.Engine.Auditing;
using Warder.Engine.Enforcement;
using Warder.Engine.Findings;
using Warder.Engine.Hygiene;

namespace Warder.Engine.Rules.Hygiene;

/// <summary>Finds Python projects without a virtual environment, where the policy asks for one.</summary>
public sealed class VirtualEnvironmentMissing : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = VirtualEnvironment.RuleSlug,
        Title = "A Python project without a virtual environment",
        Category = RuleCategory.Hygiene,
        Severity = Severity.Warning,
        Start = RuleStart.Request,
        Section = EnforcementSection.Environment,
        Options = [new RuleOption(VirtualEnvironment.FolderOption, "The folder of the virtual environment; `.venv` by default.")],
        Compliance = ["CICD-SEC-7"],
    };

    /// <inheritdoc/>
    public override void VisitRepository(RepositoryContext context)
    {
        var files = context.Repository.Files;
        var folder = VirtualEnvironment.FolderUnder(context.Repository.Policy);
        if (VirtualEnvironment.ProjectMarks.FirstOrDefault(files.Exists) is not { } mark || files.Exists(folder + "/pyvenv.cfg"))
        {
            return;
        }

        context.ReportAtPath(this, mark, new FindingDraft
        {
            Span = default,
            Message = $"This is a Python project, and there is no virtual environment in {folder}",
            Why = "Tools that run outside one take whatever the machine has installed, tokens and all",
            Hint = $"python3 -m venv {folder} && . {folder}/bin/activate",
            Identity = folder,
        });
    }
}
