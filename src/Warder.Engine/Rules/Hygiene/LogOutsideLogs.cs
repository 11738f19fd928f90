using Warder.Engine.Auditing;
using Warder.Engine.Enforcement;
using Warder.Engine.Findings;
using Warder.Engine.Hygiene;

namespace Warder.Engine.Rules.Hygiene;

/// <summary>Finds logs and reports outside the folder for them, where the policy asks for one.</summary>
public sealed class LogOutsideLogs : Rule
{
    private const string AllowOption = "allow";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "log-outside-logs",
        Title = "A log or report outside the folder for them",
        Category = RuleCategory.Hygiene,
        Severity = Severity.Warning,
        Confidence = Confidence.Medium,
        Start = RuleStart.Request,
        Section = EnforcementSection.Environment,
        Options = [new RuleOption(AllowOption, "Paths or globs of logs and reports that belong where they are; none by default.")],
        Compliance = ["CICD-SEC-10"],
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
        var logs = repository.Policy.Guard.Logs;
        foreach (var file in survey.Logs.Items)
        {
            if (!PathPattern.AnyMatches(allowed, file.Path))
            {
                context.ReportAtPath(this, file.Path, new FindingDraft
                {
                    Span = default,
                    Message = file.IsTracked ? $"Git tracks this log or report outside {logs}/" : $"This log or report lies outside {logs}/, and git does not ignore it",
                    Why = "Logs keep what was printed, secrets too; in one folder they are ignored, kept and pruned together",
                    Hint = $"Have it written to {logs}/",
                    Identity = "log",
                });
            }
        }

        SurveyRest.Report(context, this, survey.Logs.LeftOut);
    }
}
