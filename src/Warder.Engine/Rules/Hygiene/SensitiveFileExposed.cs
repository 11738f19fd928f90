using Warder.Engine.Auditing;
using Warder.Engine.Enforcement;
using Warder.Engine.Findings;
using Warder.Engine.Hygiene;

namespace Warder.Engine.Rules.Hygiene;

/// <summary>Finds files of a protected pattern that git tracks or takes with the next <c>git add</c>.</summary>
public sealed class SensitiveFileExposed : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "sensitive-file-exposed",
        Title = "A sensitive file that git tracks or would take",
        Category = RuleCategory.Hygiene,
        Severity = Severity.Critical,
        Start = RuleStart.Validation,
        Section = EnforcementSection.Potato,
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

        foreach (var file in survey.Protected.Items)
        {
            // An environment file with tokens in it is another rule's, one mistake being one finding.
            if (SensitiveContent.WhyHarmless(repository.Files, file.Path) is null && !EnvFileNotIgnored.Tells(repository, file.Path))
            {
                context.ReportAtPath(this, file.Path, Draft(file));
            }
        }

        SurveyRest.Report(context, this, survey.Protected.LeftOut);
    }

    private static FindingDraft Draft(ProtectedFile file)
    {
        var isTest = TestPaths.IsOne(file.Path);

        // The tokens in it would have been the other rule's: this one holds settings, as far as names tell.
        var isPlain = EnvFile.IsOne(file.Path);
        return new FindingDraft
        {
            Span = default,
            Message = file.IsTracked
                ? $"Git tracks this file, and {file.Pattern.Text} protects it ({file.Pattern.What})"
                : $"The next git add takes this file, and {file.Pattern.Text} protects it ({file.Pattern.What})",
            Why = isTest ? "It lies among tests, so it may be made up; nobody but you can tell"
                : isPlain ? "None of its variables is named like a secret; the next one that is will be in the history"
                : "Whoever can read the repository has it, and its history keeps it",
            Hint = file.IsTracked
                ? "Replace what is in it, then git rm --cached; if it is harmless, name it under potato.allow"
                : "warder potato fix keeps it out; if it is harmless, name it under potato.allow",
            Severity = isTest || isPlain ? Severity.Warning : file.IsTracked ? null : Severity.Error,
            Confidence = isTest || isPlain ? Confidence.Low : null,
            Identity = file.Pattern.Text,
        };
    }
}
