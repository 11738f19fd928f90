using System.Buffers;
using Warder.Engine.Auditing;
using Warder.Engine.Exposure.Flow;
using Warder.Engine.Findings;
using Warder.Pipelines;
using Warder.Pipelines.GitHub.Expressions;
using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Rules.Exposure;

/// <summary>Finds text of strangers that is pasted into code before it runs.</summary>
public sealed class TemplateInjection : Rule
{
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
                foreach (var (code, what) in CodeSinks.Of(context, step))
                {
                    VisitCode(context, expressions, job, step, code, what);
                }

                VisitLocalAction(context, expressions, job, step);
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

    /// <summary>Follows an input into an action of the repository, one step deep.</summary>
    private void VisitLocalAction(PipelineContext context, GitHubExpressions expressions, Job job, Step step)
    {
        if (step.Action?.LocalPath is not { } path || step.Inputs.Count == 0 || context.Repository.LocalPipelines.FindAction(path) is not { } action)
        {
            return;
        }

        foreach (var input in step.Inputs)
        {
            if (input.Value is null || Sink(action, input.Name) is not { } sink)
            {
                continue;
            }

            foreach (var (place, result) in expressions.In(input.Value))
            {
                if (Worst(context, job, UntrustedContexts.In(result.Root)) is { } untrusted)
                {
                    var span = input.Value.ToSourceSpan(place.Outer);
                    Report(context, job, step, span, untrusted, $"goes as {input.Name} into {path}, where it is pasted into a script",
                    [
                        new RelatedPlace(Location.Of(context.Source, span), $"{Start(untrusted.Words)} is handed over here"),
                        new RelatedPlace(Location.Of(action.Source, sink), "It becomes code here"),
                    ]);
                }
            }
        }
    }

    /// <summary>Where a script of an action takes an input as text; null where none does.</summary>
    private static TextSpan? Sink(Pipeline action, string input)
    {
        var expressions = new GitHubExpressions();
        foreach (var step in action.Jobs.SelectMany(j => j.Steps))
        {
            if (step.Script is not { } script)
            {
                continue;
            }

            foreach (var (place, result) in expressions.In(script.Body))
            {
                if (result.Root is { } root && UntrustedContexts.PathOf(root) is ["inputs", var name] && name.Equals(input, StringComparison.OrdinalIgnoreCase))
                {
                    return script.Body.ToSourceSpan(place.Outer);
                }
            }
        }

        return null;
    }

    /// <summary>The value of several by which most is reached; null where no trigger carries any.</summary>
    private static UntrustedContext? Worst(PipelineContext context, Job job, IReadOnlyList<UntrustedContext> found) =>
        found.Where(u => RunDangers.Of(context, job, u) > RunDanger.None).MaxBy(u => RunDangers.Of(context, job, u));

    private void Report(PipelineContext context, Job job, Step step, TextSpan span, UntrustedContext untrusted, string how, IReadOnlyList<RelatedPlace> path)
    {
        var danger = RunDangers.Of(context, job, untrusted);
        var held = context.TokensOf(job).At(step);
        var isWorst = danger == RunDanger.Privileged && held.Count > 0;
        var reach = held.Count > 0 && danger != RunDanger.Unprivileged ? $", within reach of {held[0].Name}" : "";
        context.Report(this, new FindingDraft
        {
            Span = span,
            Job = job.Id,
            Step = step,
            Token = isWorst ? held[0].Name : null,
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

    private static string Start(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
