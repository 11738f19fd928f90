using Warder.Engine.Auditing;
using Warder.Engine.Findings;

namespace Warder.Engine.Rules.Hygiene;

/// <summary>Finds Python projects without a virtual environment, where the policy asks for one.</summary>
public sealed class VirtualEnvironmentMissing : Rule
{
    private const string FolderOption = "folder";
    private static readonly string[] Marks = ["pyproject.toml", "requirements.txt", "setup.py", "setup.cfg", "Pipfile"];

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "virtual-environment-missing",
        Title = "A Python project without a virtual environment",
        Category = RuleCategory.Hygiene,
        Severity = Severity.Warning,
        Start = RuleStart.Request,
        Options = [new RuleOption(FolderOption, "The folder of the virtual environment; `.venv` by default.")],
        Compliance = ["CICD-SEC-7"],
    };

    /// <inheritdoc/>
    public override void VisitRepository(RepositoryContext context)
    {
        var files = context.Repository.Files;
        var folder = context.Repository.Policy.Option(Descriptor, FolderOption)?.AsScalar()?.Value.Trim('/', ' ') is { Length: > 0 } given ? given : ".venv";
        if (Marks.FirstOrDefault(files.Exists) is not { } mark || files.Exists(folder + "/pyvenv.cfg"))
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
