using System.Buffers;
using Warder.Engine.Auditing;
using Warder.Engine.Exposure.Flow;
using Warder.Engine.Findings;
using Warder.Engine.Permissions;
using Warder.Pipelines;
using Warder.Pipelines.GitHub.Expressions;
using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Rules.Exposure;

/// <summary>Finds text of strangers that is pasted into code before it runs.</summary>
public sealed class TemplateInjection : Rule
{
    private const string EverySecret = "every secret";
    private static readonly SearchValues<string> Words = SearchValues.Create(["github.", "github[", "(github"], StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "template-injection",
        Title = "A stranger's text becomes code",
        Category = RuleCategory.Exposure,
        Severity = Severity.Error,
        Compliance = ["CICD-SEC-4", "CICD-SEC-1"],
        Aliases = [new RuleAlias("zizmor", "template-injection"), new RuleAlias("actionlint", "expression"), new RuleAlias("scorecard", "Dangerous-Workflow"), new RuleAlias("codeql", "actions/code-injection"), new RuleAlias("poutine", "injection")],
    };

    /// <inheritdoc/>
    public override void VisitPipeline(PipelineContext context)
    {
        if (!context.Source.Text.AsSpan().ContainsAny(Words))
        {
            return;
        }

        var expressions = context.Expressions;
        foreach (var job in context.Pipeline.Jobs)
        {
            foreach (var step in job.Steps)
            {
                foreach (var (code, what) in CodeSinks.Of(context.Repository, step))
                {
                    VisitCode(context, expressions, job, step, code, what);
                }

                if (step.Action?.LocalPath is { } folder && step.Inputs.Count > 0)
                {
                    VisitInputs(context, expressions, job, step, step.Inputs, folder, context.Repository.LocalPipelines.FindAction(folder));
                }
            }

            if (job.Call is { LocalPath: { } path, Inputs: { Count: > 0 } inputs })
            {
                VisitInputs(context, expressions, job, step: null, inputs, path, context.Repository.LocalPipelines.FindWorkflow(path));
            }
        }
    }

    private void VisitCode(PipelineContext context, GitHubExpressions expressions, Job job, Step step, YamlScalar code, string what)
    {
        foreach (var (place, result) in expressions.In(code))
        {
            var span = code.ToSourceSpan(place.Outer);
            if (Worst(context, job, UntrustedContexts.In(result.Root)) is { } untrusted)
            {
                Report(context, job, step, span, untrusted, $"is pasted into {what}", [new RelatedPlace(Location.Of(context.Source, span), $"{Start(untrusted.Words)} becomes code here")]);
            }

            // Through a variable: env.X is put in as text just the same.
            if (result.Root is { } root && UntrustedContexts.PathOf(root) is ["env", var name] && BoundVariable.ValueOf(context, job, step, name) is { } bound)
            {
                if (Worst(context, job, [.. expressions.In(bound).SelectMany(e => UntrustedContexts.In(e.Result.Root))]) is { } through)
                {
                    Report(context, job, step, span, through, $"is pasted into {what} through env.{name}",
                    [
                        new RelatedPlace(Location.Of(context.Source, bound.Span), $"{Start(through.Words)} is put into {name}"),
                        new RelatedPlace(Location.Of(context.Source, span), "It becomes code here"),
                    ]);
                }
            }
        }
    }

    /// <summary>Follows inputs into an action or workflow of the repository.</summary>
    private void VisitInputs(PipelineContext context, GitHubExpressions expressions, Job job, Step? step, IReadOnlyList<InputEntry> inputs, string path, Pipeline? callee)
    {
        foreach (var input in inputs)
        {
            if (callee is null || input.Value is null)
            {
                continue;
            }

            foreach (var (place, result) in expressions.In(input.Value))
            {
                if (Worst(context, job, UntrustedContexts.In(result.Root)) is { } untrusted && InputSink.Of(context.Repository, callee, path, input.Name) is { } sink)
                {
                    var span = input.Value.ToSourceSpan(place.Outer);
                    Report(context, job, step, span, untrusted, $"goes as {input.Name} {sink.Words}", [new RelatedPlace(Location.Of(context.Source, span), $"{Start(untrusted.Words)} is handed over here"), .. sink.Places]);
                }
            }
        }
    }

    /// <summary>The value of several by which most is reached; null where no trigger carries any.</summary>
    private static UntrustedContext? Worst(PipelineContext context, Job job, IReadOnlyList<UntrustedContext> found) =>
        found.Where(u => RunDangers.Of(context, job, u) > RunDanger.None).MaxBy(u => RunDangers.Of(context, job, u));

    private void Report(PipelineContext context, Job job, Step? step, TextSpan span, UntrustedContext untrusted, string how, IReadOnlyList<RelatedPlace> path)
    {
        var danger = RunDangers.Of(context, job, untrusted);
        var held = step is null ? HandedTo(job) : context.TokensOf(job).At(step) is [var first, ..] ? first.Name : null;
        var isWorst = danger == RunDanger.Privileged && held is not null;
        var reach = held is not null && danger != RunDanger.Unprivileged ? $", within reach of {held}" : "";
        context.Report(this, new FindingDraft
        {
            Span = span,
            Job = job.Id,
            Step = step,
            Token = isWorst && held != EverySecret ? held : null,
            Severity = isWorst ? Severity.Error : Severity.Warning,
            Confidence = danger is RunDanger.Privileged or RunDanger.Unprivileged ? Confidence.High : Confidence.Medium,
            Message = $"{Start(untrusted.Words)} ({untrusted.Path}) {how}{reach}{(danger == RunDanger.Unprivileged ? "; such runs have no secrets" : "")}",
            Why = "Whoever writes that text writes code: it is put in before the interpreter reads the script, quotes and all",
            Hint = "Set it in the step's `env` and read the variable in the script",
            Related = path,
            IsPath = true,
            Identity = untrusted.Path,
        });
    }

    /// <summary>What a called workflow has of its caller's tokens; null for nothing that could do harm.</summary>
    private static string? HandedTo(Job job) => job.Call switch
    {
        { InheritSpan: not null } => EverySecret,
        { Secrets: [var secret, ..] } => secret.Name,
        _ => EffectiveGrants.Of(job.EffectivePermissions) == GrantReach.ReadOnly ? null : TokenReference.DefaultTokenName,
    };

    private static string Start(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
