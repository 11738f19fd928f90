using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Permissions;
using Warder.Engine.Policy;
using Warder.Engine.Registry;
using Warder.Pipelines;

namespace Warder.Engine.Rules.Use;

/// <summary>Finds references to tokens that the registry or the policy forbids.</summary>
public sealed class ProhibitedToken : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "prohibited-token",
        Title = "A prohibited token is used",
        Category = RuleCategory.Use,
        Severity = Severity.Critical,
        SourceType = "PROHIBITED_TOKEN",
        Fixable = true,
        Compliance = ["CICD-SEC-2", "CICD-SEC-6", "NHI-5", "NHI-9"],
    };

    /// <inheritdoc/>
    public override void VisitTokenUse(PipelineContext context, TokenUse use)
    {
        if (!use.Explicit)
        {
            return;
        }

        if (use.Token.Kind == TokenKind.DefaultToken)
        {
            VisitDefault(context, use);
        }
        else if (context.Repository.Registry?.Find(use.Token) is { Status: TokenStatus.Prohibited } entry)
        {
            context.Report(this, Named(use, entry) with { Confidence = UsePlaces.NameConfidence(use) });
        }
    }

    /// <inheritdoc/>
    public override void VisitScript(ScriptContext context)
    {
        foreach (var (use, others) in TokenGroups.Of(context.Uses))
        {
            if (use.Token.Kind != TokenKind.DefaultToken && context.Repository.Registry?.Find(use.Token) is { Status: TokenStatus.Prohibited } entry)
            {
                context.Report(this, Named(use, entry) with { Related = others });
            }
            else if (use.Token.Kind == TokenKind.DefaultToken && context.Repository.DefaultToken == DefaultTokenPolicy.Forbid)
            {
                context.Report(this, Default(context.Repository, use, "GITHUB_TOKEN is prohibited, and this script reads it") with
                {
                    // A variable of this name holds whatever the caller puts in.
                    Confidence = Confidence.Medium,
                    Related = others,
                });
            }
        }
    }

    private static FindingDraft Named(TokenUse use, TokenEntry entry) => new()
    {
        Span = use.Span,
        Use = use,
        Message = $"{use.Token.Name} is prohibited by the registry",
        Why = entry["reason"] ?? "A prohibited token is one that the registry's owners decided never to use",
        Hint = entry.Instead is { } instead ? $"Use {instead}" : "Use a registered token made for this task",
    };

    private static FindingDraft Default(Repository repository, TokenUse use, string message) => new()
    {
        Span = use.Span,
        Use = use,
        Message = message,
        Why = repository.Registry?.Find(use.Token)?["reason"] ?? "It has no bot identity, and its rights depend on where it runs",
        Hint = DefaultTokenRulings.Hint(repository),
    };

    private void VisitDefault(PipelineContext context, TokenUse use)
    {
        var reach = EffectiveGrants.At(context.Pipeline, use);
        if (DefaultTokenRulings.Of(context.Repository, reach) != DefaultTokenRuling.Forbidden)
        {
            return;
        }

        var forbids = context.Repository.DefaultToken == DefaultTokenPolicy.Forbid;
        var isKnown = forbids || reach == GrantReach.Writes;
        context.Report(this, Default(context.Repository, use, MessageOf(context.Pipeline, use, reach, forbids)) with
        {
            Severity = isKnown ? null : Severity.Warning,
            Confidence = isKnown ? null : Confidence.Medium,
        });
    }

    private static string MessageOf(Pipeline pipeline, TokenUse use, GrantReach reach, bool forbids)
    {
        var rule = forbids ? "GITHUB_TOKEN is prohibited" : "GITHUB_TOKEN may only read by the policy";
        if (reach == GrantReach.Unknown)
        {
            var place = use.Job is null ? "a job of this workflow" : UsePlaces.Of(use);
            return $"{rule}, and no grant is written for {place}, so it may write";
        }

        return EffectiveGrants.JobOf(pipeline, use) is { } job
            ? $"{rule}, and job {job.Id} lets it write ({EffectiveGrants.WritesOf(job.EffectivePermissions)})"
            : $"{rule}, and jobs of this workflow let it write";
    }
}
