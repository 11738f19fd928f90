using Warder.Engine.Auditing;
using Warder.Engine.Enforcement;
using Warder.Engine.Findings;

namespace Warder.Engine.Rules.Hygiene;

/// <summary>Finds files that are named after tokens and lie outside the places for them.</summary>
public sealed class UnexpectedTokenFile : Rule
{
    private const string AllowOption = "allow";

    // Reports are named by their titles, and an incident's is often about a token.
    private const string Reports = ".aar/";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "unexpected-token-file",
        Title = "A file named after tokens at an unexpected place",
        Category = RuleCategory.Hygiene,
        Severity = Severity.Warning,
        Confidence = Confidence.Low,
        Start = RuleStart.Validation,
        Section = EnforcementSection.Cleanup,
        Options = [new RuleOption(AllowOption, "Paths or globs of files that belong where they are; none by default.")],
        Compliance = ["CICD-SEC-6"],
    };

    /// <inheritdoc/>
    public override void VisitRepository(RepositoryContext context)
    {
        var repository = context.Repository;
        if (repository.Survey is not { } survey)
        {
            return;
        }

        var allowed = OptionTexts.Patterns(repository.Policy.Option(Descriptor, AllowOption));
        foreach (var file in survey.TokenFiles.Items)
        {
            if (file.Path.StartsWith(Reports, StringComparison.Ordinal) || PathPattern.AnyMatches(allowed, file.Path) || repository.Policy.Potato.Find(file.Path) is not null)
            {
                continue;
            }

            context.ReportAtPath(this, file.Path, new FindingDraft
            {
                Span = default,
                Message = file.IsTracked ? "Git tracks this file, which is named after tokens" : "The next git add takes this file, which is named after tokens",
                Why = "Values that somebody put aside for a moment are found in such files",
                Hint = "Delete it, have git ignore it, or name it under the rule's option allow",
                Identity = "token-file",
            });
        }

        SurveyRest.Report(context, this, survey.TokenFiles.LeftOut);
    }
}
