using Warder.Engine.Auditing;
using Warder.Engine.Enforcement;
using Warder.Engine.Findings;
using Warder.Engine.Hygiene;

namespace Warder.Engine.Rules.Hygiene;

/// <summary>Finds artifacts in the root of the repository.</summary>
public sealed class RootArtifactRule : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "root-artifact",
        Title = "An artifact in the root of the repository",
        Category = RuleCategory.Hygiene,
        Severity = Severity.Warning,
        Start = RuleStart.Validation,
        Section = EnforcementSection.Cleanup,
        Compliance = ["CICD-SEC-7"],
    };

    /// <inheritdoc/>
    public override void VisitRepository(RepositoryContext context)
    {
        if (context.Repository is not { Git: { } git, IsLoose: false } repository)
        {
            return;
        }

        var artifacts = new RootScan(repository.Files, repository.Policy.Guard, git).Run();
        foreach (var artifact in artifacts.Take(SurveyList<int>.Most))
        {
            context.ReportAtPath(this, artifact.Name, new FindingDraft
            {
                Span = default,
                Message = $"{Capital(artifact.Fact.What)} lies in the root{Standing(artifact.State)}",
                Why = "What tools leave in the root hides what belongs there, and ends in commits and images",
                Hint = HintFor(artifact, repository.Policy.Guard.Logs),
                Severity = artifact.State == ArtifactState.Ignored ? Severity.Info : null,
                Identity = artifact.Fact.Family,
            });
        }

        SurveyRest.Report(context, this, artifacts.Count - SurveyList<int>.Most);
    }

    private static string Standing(ArtifactState state) => state switch
    {
        ArtifactState.Tracked => ", and git tracks it",
        ArtifactState.Untracked => ", and git does not ignore it",
        ArtifactState.Ignored => "; git ignores it",
        _ => "",
    };

    private static string HintFor(RootArtifact artifact, string logs) => artifact.Action switch
    {
        ArtifactAction.Untrack when artifact.Fact.Remedy == Remedy.Move => $"Move it to {logs}/ with git mv, or take it out with git rm --cached",
        ArtifactAction.Untrack => "Take it out with git rm --cached and have git ignore it, or name it under guard.allow",
        ArtifactAction.Move => $"warder guard clean --yes moves it to {logs}/",
        ArtifactAction.Delete => "warder guard clean --yes deletes it",
        _ => $"Look at it: {artifact.WhyReview}; or name it under guard.allow",
    };

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
