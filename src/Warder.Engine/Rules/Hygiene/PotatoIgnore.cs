using Warder.Engine.Auditing;
using Warder.Engine.Enforcement;
using Warder.Engine.Findings;
using Warder.Engine.Hygiene;

namespace Warder.Engine.Rules.Hygiene;

/// <summary>Finds ignore files that do not keep out the protected patterns.</summary>
public sealed class PotatoIgnore : Rule
{
    private const int Named = 6;

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "potato-ignore",
        Title = "An ignore file that does not keep out sensitive files",
        Category = RuleCategory.Hygiene,
        Severity = Severity.Warning,
        Start = RuleStart.Validation,
        Section = EnforcementSection.Potato,
        Compliance = ["CICD-SEC-6"],
    };

    /// <inheritdoc/>
    public override void VisitRepository(RepositoryContext context)
    {
        if (context.Repository is not { Git: { } git, IsLoose: false } repository)
        {
            return;
        }

        foreach (var state in new PotatoCheck(repository.Files, repository.Policy.Potato, git).Run())
        {
            if (state.Missing.Count == 0)
            {
                continue;
            }

            var undone = state.Missing.FirstOrDefault(m => m.UndoneBy is not null);
            context.ReportAtPath(this, state.File.Path, new FindingDraft
            {
                Span = default,
                Message = state.Exists ? $"{state.File.Path} does not keep out {Names(state.Missing)}" : $"{state.File.Path} is missing, so nothing keeps out {Names(state.Missing)}",
                Why = undone is null
                    ? "A file that nothing ignores is in the repository, or in the image, with the next careless command"
                    : $"The line {undone.UndoneBy} at {undone.UndoneAt} takes {undone.Probe} back",
                Hint = "warder potato fix adds what is missing",
                Identity = state.File.Path,
            });
        }
    }

    private static string Names(IReadOnlyList<MissingPattern> missing)
    {
        var names = string.Join(", ", missing.Take(Named).Select(m => m.Pattern.Text));
        return missing.Count > Named ? $"{names} and {missing.Count - Named} more" : names;
    }
}
