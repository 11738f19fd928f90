using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Permissions;
using Warder.Pipelines;

namespace Warder.Engine.Rules.Use;

/// <summary>Finds calls whose secrets do not fit what the called workflow of the repository declares.</summary>
public sealed class UndefinedSecret : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "undefined-secret",
        Title = "A call passes or misses a secret",
        Category = RuleCategory.Use,
        Severity = Severity.Error,
        Compliance = ["CICD-SEC-7"],
        Aliases = [new RuleAlias("actionlint", "workflow-call")],
    };

    /// <inheritdoc/>
    public override void VisitJob(PipelineContext context, Job job)
    {
        if (job.Call is not { LocalPath: { } path } call
            || context.Repository.LocalPipelines.FindWorkflow(path) is not { IsCallable: true } callee)
        {
            return;
        }

        foreach (var given in call.Secrets)
        {
            if (!Declares(callee, given.Name))
            {
                Report(context, job, given.KeySpan, given.Name, $"{path} does not declare the secret {given.Name}", $"Remove it, or declare it under `on.workflow_call.secrets` of {path}");
            }
        }

        if (call.InheritSpan is not null)
        {
            return;
        }

        foreach (var wanted in callee.Secrets ?? [])
        {
            if (wanted.Required && !Passes(call, wanted.Name))
            {
                Report(context, job, call.Span, wanted.Name, $"{path} requires the secret {wanted.Name}, and this call does not pass it", $"Pass it: `{wanted.Name}: ${{{{ secrets.{wanted.Name} }}}}`");
            }
        }

        foreach (var name in UndeclaredReads(callee))
        {
            Report(context, job, call.Span, name, $"{path} reads the secret {name}, which it does not declare, so this call leaves it empty", $"Declare {name} under `on.workflow_call.secrets` of {path} and pass it", Severity.Warning);
        }
    }

    /// <summary>Secrets that the called workflow reads and can get from no map; one of an environment may come from there.</summary>
    private static SortedSet<string> UndeclaredReads(Pipeline callee)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var use in callee.TokenUses)
        {
            if (use is { Token.Kind: TokenKind.Secret, Explicit: true, OnlyTested: false, Chain: null }
                && !Declares(callee, use.Token.Name)
                && !use.Token.Name.StartsWith("ACTIONS_", StringComparison.Ordinal)
                && callee.Triggers.All(t => t.Event == "workflow_call")
                && EffectiveGrants.JobOf(callee, use) is { Environment: null })
            {
                names.Add(use.Token.Name);
            }
        }

        return names;
    }

    private static bool Declares(Pipeline callee, string name) =>
        callee.Secrets?.Any(s => string.Equals(s.Name, name, StringComparison.OrdinalIgnoreCase)) == true;

    private static bool Passes(PipelineCall call, string name) =>
        call.Secrets.Any(s => string.Equals(s.Name, name, StringComparison.OrdinalIgnoreCase));

    private void Report(PipelineContext context, Job job, Syntax.TextSpan span, string secret, string message, string hint, Severity? severity = null) =>
        context.Report(this, new FindingDraft
        {
            Span = span,
            Severity = severity,
            Message = message,
            Why = "The platform refuses such a call, or the secret is silently empty where it is read",
            Hint = hint,
            Token = secret.ToUpperInvariant(),
            Job = job.Id,
            Identity = secret.ToUpperInvariant(),
        });
}
