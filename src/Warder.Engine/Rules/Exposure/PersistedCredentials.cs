using Warder.Engine.Auditing;
using Warder.Engine.Auditing.Caching;
using Warder.Engine.Exposure.Flow;
using Warder.Engine.Exposure.Reach;
using Warder.Engine.Findings;
using Warder.Engine.Permissions;
using Warder.Pipelines;
using Warder.Syntax;

namespace Warder.Engine.Rules.Exposure;

/// <summary>Finds checkouts that leave their token in the git configuration although nothing in the job needs it there.</summary>
public sealed class PersistedCredentials : Rule
{
    private const string Unneeded = "and no later step is seen to need it there";
    private const string Why = "Every later step, and everything it installs or runs, can read it there";
    private const string Hint = "Give the checkout `persist-credentials: false`";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "persisted-credentials",
        Title = "A checkout leaves its token behind",
        Category = RuleCategory.Exposure,
        Severity = Severity.Warning,
        Confidence = Confidence.Medium,
        Fixable = true,
        Compliance = ["CICD-SEC-6", "NHI-2"],
        Aliases = [new RuleAlias("zizmor", "artipacked")],
    };

    /// <inheritdoc/>
    public override void VisitPipeline(PipelineContext context)
    {
        // A step that several jobs share by an anchor is one place to change.
        var seen = new HashSet<TextSpan>();
        foreach (var job in context.Pipeline.Kind == PipelineKind.Workflow ? context.Pipeline.Jobs : [])
        {
            bool? isReached = null;
            foreach (var step in job.Steps)
            {
                if (CheckoutStep.Is(step) && CheckoutStep.Persists(step) && step.Index < job.Steps.Count - 1 && !seen.Contains(step.Action!.Span)
                    && (isReached ??= RunReach.IsEverReached(context, job)) && Visit(context, job, step))
                {
                    seen.Add(step.Action!.Span);
                }
            }
        }
    }

    /// <inheritdoc/>
    public override object? Gather(PipelineContext context)
    {
        if (context.Pipeline.Kind == PipelineKind.Workflow)
        {
            var calls = CheckoutActions.CallsOf(context);
            return calls.Count == 0 ? null : calls;
        }

        return CheckoutActions.Of(context);
    }

    /// <inheritdoc/>
    internal override bool TryWriteGathered(CacheWriter to, object kept)
    {
        if (kept is not IReadOnlyList<CheckoutActions.Call> calls)
        {
            return false;
        }

        to.Write(calls, CheckoutActions.Call.Write);
        return true;
    }

    /// <inheritdoc/>
    internal override object ReadGathered(CacheReader from, Repository repository) => from.ReadList(CheckoutActions.Call.Read);

    /// <inheritdoc/>
    public override void VisitRepository(RepositoryContext context)
    {
        var calls = context.Gathered<object>(this).OfType<IReadOnlyList<CheckoutActions.Call>>().SelectMany(c => c).ToList();
        foreach (var found in context.Gathered<object>(this).OfType<CheckoutActions>())
        {
            if (calls.Find(c => c.Folder == found.Folder) is { } call)
            {
                context.Report(this, found.Source, new FindingDraft
                {
                    Span = found.Step.Action!.Span,
                    Step = found.Step,
                    Persona = IsWanted(found.Step) ? Persona.Auditor : null,
                    Token = TokenReference.DefaultTokenName,
                    Message = $"The checkout leaves {TokenReference.DefaultTokenName} in the git configuration of job {call.Job}, which uses this action, {Unneeded}",
                    Why = Why,
                    Hint = Hint,
                    Related = [new RelatedPlace(call.Place, $"Job {call.Job} uses the action with a token that may write")],
                });
            }
        }
    }

    private bool Visit(PipelineContext context, Job job, Step step)
    {
        var given = CheckoutStep.TokenUse(context, job, step);
        var needs = context.PermissionsOf(job)?.Needs;
        var upload = job.Steps.Skip(step.Index + 1).FirstOrDefault(s => ArtifactUpload.Of(context, s) is { TakesTree: true });
        var isInTree = CheckoutStep.KeepsInTree(context, step) != false;
        if (upload is not null && isInTree)
        {
            Report(context, job, step, given, "and a later step uploads the tree it lies in", Severity.Error, upload, mayBeUsed: false);
            return true;
        }

        // Who gives a checkout a token that an earlier step made wants git to work with it, be it in a program that is not known.
        var isMade = given is null && CheckoutStep.InputOf(step, "token") is { Length: > 0 };
        if (isMade || needs is not { UsesGitCredential: false }
            || (given is null && EffectiveGrants.Of(job.EffectivePermissions) != GrantReach.Writes)
            || !job.Steps.Skip(step.Index + 1).Any(s => OtherCode.RunsIn(context, job, s, given?.Token ?? TokenReference.Default)))
        {
            return false;
        }

        Report(context, job, step, given, Unneeded, severity: null, upload: null, needs.MayUseGitCredential);
        return true;
    }

    // Who writes it out means it.
    private static bool IsWanted(Step checkout) => CheckoutStep.InputOf(checkout, "persist-credentials") is { Length: > 0 };

    private void Report(PipelineContext context, Job job, Step step, TokenUse? given, string what, Severity? severity, Step? upload, bool mayBeUsed)
    {
        var made = given is null ? CheckoutStep.InputOf(step, "token") : null;
        var name = given?.Token.Name ?? (made is { Length: > 0 } ? made.Trim('$', '{', '}', ' ') : TokenReference.DefaultTokenName);
        context.Report(this, new FindingDraft
        {
            Span = step.Action!.Span,
            Job = job.Id,
            Step = step,
            Persona = upload is null && IsWanted(step) ? Persona.Auditor : null,
            Token = name,
            Severity = severity,
            Confidence = upload is not null ? Confidence.High : mayBeUsed ? Confidence.Low : null,
            Message = $"The checkout leaves {name} in the git configuration, {what}",
            Why = Why,
            Hint = Hint,
            Related = upload is null ? [] :
            [
                new RelatedPlace(Location.Of(context.Source, step.Action.Span), $"{name} is written into .git/config"),
                new RelatedPlace(Location.Of(context.Source, upload.Action!.Span), "The tree is uploaded here"),
            ],
            IsPath = upload is not null,
        });
    }
}
