using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Pipelines;

namespace Warder.Engine.Rules.Use;

/// <summary>Finds tokens in the environment of a whole pipeline or job that fewer steps read.</summary>
public sealed class BroadTokenScope : Rule
{
    private const int MaxNamed = 3;
    private const string EveryStep = "Every step, and everything a step installs or downloads, can read the environment it runs in";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "broad-token-scope",
        Title = "A token is handed to more steps than use it",
        Category = RuleCategory.Use,
        Severity = Severity.Warning,
        Fixable = true,
        Compliance = ["CICD-SEC-5", "CICD-SEC-6", "NHI-2", "NHI-5"],
    };

    /// <inheritdoc/>
    public override void VisitPipeline(PipelineContext context)
    {
        List<TokenUse>? unread = null;
        foreach (var use in context.Uses)
        {
            if (TokenReaders.Concerns(context, use)
                && !Visit(context, use)
                && use.Token.Kind == TokenKind.Secret)
            {
                // Many tools take the default token without being told; of it, "no reader is seen" says nothing.
                (unread ??= []).Add(use);
            }
        }

        if (unread is not null && context.Pipeline.Jobs.Count(j => j.Steps.Count > 0) > 1)
        {
            context.Report(this, Unread(unread));
        }
    }

    /// <summary>Reports a token that too few steps read; false where none is seen to read it, of which less can be said.</summary>
    private bool Visit(PipelineContext context, TokenUse use)
    {
        var found = TokenReaders.Of(context, use);
        if (found.Readers.Count == 0)
        {
            return use.Scope == UseScope.JobEnv;
        }

        if (found.AreFew)
        {
            context.Report(this, Draft(use, found.Steps.Count, found.Readers, found.Idle.All(s => StepReaders.ShowsItsReads(context, s.Step))));
        }

        return true;
    }

    private static FindingDraft Draft(TokenUse use, int count, IReadOnlyList<(Job Job, Step Step)> readers, bool isCertain)
    {
        var scope = use.Scope == UseScope.PipelineEnv ? "the whole workflow" : $"job {use.Job}";
        var names = readers.Take(MaxNamed).Select(r => use.Scope == UseScope.PipelineEnv ? $"{r.Step.Label} of job {r.Job.Id}" : r.Step.Label).ToList();
        var reads = isCertain ? readers.Count == 1 ? "reads" : "read" : readers.Count == 1 ? "is seen to read" : "are seen to read";
        return new FindingDraft
        {
            Span = use.Span,
            Use = use,
            // A program or action that is not known may read its environment without a word in the file.
            Confidence = isCertain ? null : Confidence.Medium,
            Message = $"{use.Token.Name} is in the environment of {scope}, and {readers.Count} of its {count} steps {reads} it",
            Why = EveryStep,
            Hint = $"Move {use.Binding} to the `env` of {UsePlaces.Join(names)}{(readers.Count > MaxNamed ? " and the others that read it" : "")}",
        };
    }

    private static FindingDraft Unread(List<TokenUse> uses)
    {
        var names = uses.Select(u => u.Token.Name).Distinct(StringComparer.Ordinal).ToList();
        var more = names.Count > MaxNamed ? $" and {names.Count - MaxNamed} more" : "";
        return new FindingDraft
        {
            Span = uses[0].Span,
            Use = uses[0],
            Confidence = Confidence.Low,
            Message = $"{(more.Length > 0 ? string.Join(", ", names.Take(MaxNamed)) + more : UsePlaces.Join(names))} {(names.Count == 1 ? "is" : "are")} in the environment of every job, and no step is seen to read {(names.Count == 1 ? "it" : "them")}",
            Why = EveryStep,
            Hint = "Move each to the `env` of the job or step that needs it",
            Related = TokenGroups.PlacesOf(uses.Skip(1), "In the same environment"),
            Identity = "unread",
        };
    }
}
