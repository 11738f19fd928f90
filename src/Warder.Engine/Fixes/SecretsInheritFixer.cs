using Warder.Engine.Rules.Use;
using Warder.Pipelines;
using Warder.Syntax;

namespace Warder.Engine.Fixes;

/// <summary>Replaces <c>secrets: inherit</c> by the secrets that the called workflow of this repository takes.</summary>
public sealed class SecretsInheritFixer : Fixer
{
    /// <inheritdoc/>
    public override string Rule => "secrets-inherit";

    /// <inheritdoc/>
    public override void Propose(PipelineFixContext context)
    {
        foreach (var job in context.Pipeline.Jobs)
        {
            if (job.Call is { InheritSpan: { } span } call)
            {
                Visit(context, job, call, span);
            }
        }
    }

    private void Visit(PipelineFixContext context, Job job, PipelineCall call, TextSpan span)
    {
        var taken = call.LocalPath is null ? null : CalleeSecrets.Of(context.Repository, call);
        if (taken is not { IsComplete: true })
        {
            context.Decline(Rule, span.Start, $"which secrets {call.Target} takes is not known");
            return;
        }

        if (taken.NamesEnvironment)
        {
            context.Decline(Rule, span.Start, $"a job of {call.Target} runs in an environment, whose secrets reach it by inheritance only");
            return;
        }

        var called = context.Repository.LocalPipelines.FindWorkflow(call.LocalPath!);
        var declared = called?.Secrets?.Select(s => s.Name).ToHashSet(StringComparer.OrdinalIgnoreCase) ?? [];
        if (!taken.Names.All(declared.Contains))
        {
            context.Decline(Rule, span.Start, $"{call.Target} does not declare every secret that it takes");
            return;
        }

        var source = context.Pipeline.Source;
        var mapping = BlockLines.JobOf(context.Pipeline, job.Id);
        var entry = mapping?.Find("secrets");
        var indent = entry is null || mapping!.IsFlow ? null : BlockLines.IndentOf(source, entry.Key.Span.Start);
        if (entry is null || (indent is null && !mapping!.IsFlow))
        {
            return;
        }

        context.Add(new FixDraft
        {
            Rule = Rule,
            Offset = span.Start,
            Description = $"Hand {call.Target} only the secrets that it takes",
            Edits = [new TextEdit(TextSpan.FromBounds(source.Text.IndexOf(':', entry.Key.Span.End) + 1, entry.Value.Span.End), ValueOf(source, taken.Names, indent))],
            Changes = [FixPath.Of("jobs", job.Id, "secrets")],
        });
    }

    private static string ValueOf(SourceText source, IReadOnlyList<string> names, string? indent)
    {
        if (names.Count == 0)
        {
            return " {}";
        }

        return indent is null
            ? $" {{ {string.Join(", ", names.Select(n => $"{n}: \"${{{{ secrets.{n} }}}}\""))} }}"
            : string.Concat(names.Select(n => $"{BlockLines.BreakOf(source)}{indent}  {n}: ${{{{ secrets.{n} }}}}"));
    }
}
