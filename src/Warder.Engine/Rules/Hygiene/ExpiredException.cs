using Warder.Engine.Auditing;
using Warder.Engine.Findings;

namespace Warder.Engine.Rules.Hygiene;

/// <summary>Finds exceptions of the policy that are past their last day.</summary>
public sealed class ExpiredException : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "expired-exception",
        Title = "An exception past its last day",
        Category = RuleCategory.Hygiene,
        Severity = Severity.Error,
        Fixable = true,
        Compliance = ["CICD-SEC-1", "CICD-SEC-7"],
    };

    /// <inheritdoc/>
    public override void VisitRepository(RepositoryContext context)
    {
        var policy = context.Repository.Policy;
        if (policy.Source is not { } source)
        {
            return;
        }

        foreach (var exception in policy.Exceptions)
        {
            if (!exception.IsExpired(context.Repository.Today))
            {
                continue;
            }

            context.Report(this, source, new FindingDraft
            {
                Span = exception.ExpiresSpan,
                Message = $"The exception from {exception.Rule} ended on {exception.Expires:yyyy-MM-dd} and hides nothing any more",
                Why = $"{exception.Owner} asked for it: {exception.Reason.TrimEnd('.')}",
                Hint = "Mend what it hid and remove it, or agree on a new day",
                Token = exception.Token,
                Job = exception.Job,
                Identity = $"{exception.Rule} {exception.Path?.Text}",
            });
        }
    }
}
