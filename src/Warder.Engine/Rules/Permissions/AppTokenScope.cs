using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Pipelines;

namespace Warder.Engine.Rules.Permissions;

/// <summary>Finds steps that mint an app's token with all its permissions, for all its repositories, or that leave it valid.</summary>
public sealed class AppTokenScope : Rule
{
    private const string Official = "actions/create-github-app-token";
    private const string Other = "tibdex/github-app-token";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "app-token-scope",
        Title = "An app's token is wider than its task",
        Category = RuleCategory.Permissions,
        Severity = Severity.Error,
        Compliance = ["CICD-SEC-5", "NHI-5"],
        Aliases = [new RuleAlias("zizmor", "github-app")],
    };

    /// <inheritdoc/>
    public override void VisitStep(PipelineContext context, Job job, Step step)
    {
        if (step.Action is not { Name: Official or Other } action)
        {
            return;
        }

        var isOfficial = action.Name == Official;
        if (!step.Inputs.Any(i => isOfficial ? i.Name.StartsWith("permission-", StringComparison.OrdinalIgnoreCase) : Is(i, "permissions")))
        {
            Report(context, job, step, action, "permissions", Severity.Warning,
                "The app's token has every permission of the app's installation",
                isOfficial ? "Give `permission-<name>` inputs for what the steps need" : "Give `permissions` for what the steps need");
        }

        if (step.Inputs.Any(i => Is(i, "owner")) && !step.Inputs.Any(i => Is(i, "repositories")))
        {
            Report(context, job, step, action, "repositories", severity: null,
                "The app's token reaches every repository of the owner that the app is installed in",
                "Name the repositories in `repositories`, or leave `owner` out for this one");
        }

        if (step.Inputs.FirstOrDefault(i => Is(i, "skip-token-revoke")) is { Value.Value: "true" } skip)
        {
            context.Report(this, new FindingDraft
            {
                Span = skip.KeySpan,
                Job = job.Id,
                Step = step,
                Message = "The app's token stays valid for an hour after the job",
                Why = "Somebody who took it during the job can go on using it",
                Hint = "Remove `skip-token-revoke`",
                Identity = "revoke",
            });
        }
    }

    private static bool Is(InputEntry input, string name) => string.Equals(input.Name, name, StringComparison.OrdinalIgnoreCase);

    private void Report(PipelineContext context, Job job, Step step, ActionReference action, string identity, Severity? severity, string message, string hint) =>
        context.Report(this, new FindingDraft
        {
            Span = action.Span,
            Job = job.Id,
            Step = step,
            Severity = severity,
            Message = message,
            Why = "The token of an app is as wide as the app unless the step narrows it",
            Hint = hint,
            Identity = identity,
        });
}
