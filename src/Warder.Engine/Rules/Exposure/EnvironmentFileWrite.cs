using Warder.Engine.Auditing;
using Warder.Engine.Exposure.Flow;
using Warder.Engine.Findings;
using Warder.Pipelines;
using Warder.Pipelines.GitHub.Expressions;
using Warder.Syntax.Shell;

namespace Warder.Engine.Rules.Exposure;

/// <summary>Finds text of strangers that is written to the files by which a step sets variables and paths for those after it.</summary>
public sealed class EnvironmentFileWrite : Rule
{
    private static readonly string[] Files = ["GITHUB_ENV", "GITHUB_PATH"];

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "environment-file-write",
        Title = "A stranger's text sets variables",
        Category = RuleCategory.Exposure,
        Severity = Severity.Warning,
        Confidence = Confidence.Medium,
        Compliance = ["CICD-SEC-4"],
        Aliases = [new RuleAlias("zizmor", "github-env")],
    };

    /// <inheritdoc/>
    public override void VisitJob(PipelineContext context, Job job)
    {
        if (context.StrangerRuns.RunTo(job) is not { Reach: var reach })
        {
            return;
        }

        var fetched = false;
        foreach (var step in job.Steps)
        {
            if (!reach.Reaches(job, step))
            {
                continue;
            }

            fetched |= ForeignCode.Fetched(reach, job, step) is not null || step.Action?.Name?.Contains("download-artifact", StringComparison.Ordinal) == true;
            if (step.Script is { Language: ScriptLanguage.Shell } script && Files.Any(f => script.Body.Value.Contains(f, StringComparison.Ordinal)))
            {
                Visit(context, job, step, fetched);
            }
        }
    }

    private void Visit(PipelineContext context, Job job, Step step, bool fetched)
    {
        var body = step.Script!.Body;
        foreach (var command in step.Script.Shell.Commands)
        {
            if (FileOf(command) is not { } file || SourceOf(context, job, step, command.PipedFrom ?? command, fetched) is not { } source)
            {
                continue;
            }

            context.Report(this, new FindingDraft
            {
                Span = body.ToSourceSpan(command.Span),
                Job = job.Id,
                Step = step,
                Message = $"{source} is written to {file}",
                Why = file == "GITHUB_PATH" ? "A folder in the path decides which programs the later steps run" : "A line break in the text sets another variable, such as one that makes the next program load code",
                Hint = "Pass it as an output of the step, and check that it is what it should be",
                Identity = file,
            });
            return;
        }
    }

    private static string? FileOf(ShellCommand command)
    {
        foreach (var redirection in command.Redirections)
        {
            if (redirection.Target is { } target && Array.Find(Files, f => target.Text.Contains(f, StringComparison.Ordinal)) is { } file)
            {
                return file;
            }
        }

        return command.Name == "tee" ? Array.Find(Files, f => command.Words.Any(w => w.Text.Contains(f, StringComparison.Ordinal))) : null;
    }

    /// <summary>Whose text a command writes; null where it is nobody's.</summary>
    private static string? SourceOf(PipelineContext context, Job job, Step step, ShellCommand command, bool fetched)
    {
        var expressions = context.Expressions;
        foreach (var expansion in command.Words.SelectMany(w => w.Expansions))
        {
            if (expansion.Kind == ShellExpansionKind.Template
                && step.Script!.Body.Value.AsSpan(expansion.Span.Start, expansion.Span.Length).ToString() is var text
                && ExpressionParser.Parse(text, new Syntax.TextSpan(3, Math.Max(0, text.Length - 5))).Root is { } root
                && UntrustedContexts.In(root) is [var pasted, ..])
            {
                return $"{char.ToUpperInvariant(pasted.Words[0])}{pasted.Words[1..]}";
            }

            if (expansion is { Kind: ShellExpansionKind.Variable, Name: { } name } && BoundVariable.ValueOf(context, job, step, name) is { } bound
                && expressions.In(bound).SelectMany(e => UntrustedContexts.In(e.Result.Root)).FirstOrDefault() is { } through)
            {
                return $"{char.ToUpperInvariant(through.Words[0])}{through.Words[1..]} (${name})";
            }

            if (fetched && expansion.Kind == ShellExpansionKind.CommandSubstitution && step.Script!.Body.Value.AsSpan(expansion.Span.Start, expansion.Span.Length).Contains("cat ", StringComparison.Ordinal))
            {
                return "A file that a stranger wrote";
            }
        }

        return fetched && command.Name == "cat" && command.Words.Count > 1 ? "A file that a stranger wrote" : null;
    }
}
