using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Permissions;
using Warder.Pipelines;

namespace Warder.Engine.Rules.Use;

/// <summary>Finds tokens in the environment of a whole pipeline or job that fewer steps read.</summary>
public sealed class BroadTokenScope : Rule
{
    private const int MaxNamed = 3;

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "broad-token-scope",
        Title = "A token is handed to more steps than use it",
        Category = RuleCategory.Use,
        Severity = Severity.Warning,
        Compliance = ["CICD-SEC-5", "CICD-SEC-6", "NHI-2", "NHI-5"],
    };

    /// <inheritdoc/>
    public override void VisitTokenUse(PipelineContext context, TokenUse use)
    {
        if (!use.Explicit
            || use.OnlyTested
            || use.Scope is not (UseScope.PipelineEnv or UseScope.JobEnv)
            || use.Token.Kind is not (TokenKind.Secret or TokenKind.DefaultToken)
            || context.Repository.Facts.SecretNames.IsIdentifier(use.Token.Name))
        {
            return;
        }

        IReadOnlyList<Job> jobs = EffectiveGrants.JobOf(context.Pipeline, use) is { } job ? [job] : context.Pipeline.Jobs;
        var steps = jobs.SelectMany(j => j.Steps.Select(s => (Job: j.Id, Step: s))).ToList();
        var readers = steps.Where(s => Reads(context, use, s.Job, s.Step)).ToList();
        var idle = steps.Where(s => !readers.Contains(s) && !IsOfThePlatform(s.Step)).ToList();
        if (steps.Count < 2 || idle.Count == 0)
        {
            return;
        }

        context.Report(this, Draft(use, steps.Count, readers, idle) with
        {
            // A program or action that is not known may read its environment without a word in the file.
            Confidence = readers.Count > 0 && idle.All(s => ShowsItsReads(s.Step)) ? null : Confidence.Medium,
        });
    }

    private static FindingDraft Draft(TokenUse use, int count, List<(string Job, Step Step)> readers, List<(string Job, Step Step)> idle)
    {
        var scope = use.Scope == UseScope.PipelineEnv ? "the whole workflow" : $"job {use.Job}";
        var handed = $"{use.Token.Name} is in the environment of {scope}";
        var names = readers.Take(MaxNamed).Select(r => use.Scope == UseScope.PipelineEnv ? $"{r.Step.Label} of job {r.Job}" : r.Step.Label).ToList();
        return new FindingDraft
        {
            Span = use.Span,
            Use = use,
            Message = readers.Count == 0
                ? $"{handed}, and no step is seen to read it"
                : $"{handed}, and {readers.Count} of its {count} steps {(readers.Count == 1 ? "reads" : "read")} it",
            Why = "Every step, and everything a step installs or downloads, can read the environment it runs in",
            Hint = readers.Count == 0
                ? $"Remove {use.Binding}, or move it to the `env` of the step that needs it"
                : $"Move {use.Binding} to the `env` of {UsePlaces.Join(names)}{(readers.Count > MaxNamed ? " and the others that read it" : "")}",
        };
    }

    private static bool Reads(PipelineContext context, TokenUse use, string job, Step step)
    {
        foreach (var reach in use.Reaches)
        {
            if (reach.StepIndex == step.Index && string.Equals(reach.Job, job, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return RunsAReader(context, use, step);
    }

    /// <summary>Whether the step runs a script of the repository in which the variable's name stands.</summary>
    private static bool RunsAReader(PipelineContext context, TokenUse use, Step step)
    {
        foreach (var call in context.Pipeline.ScriptCalls)
        {
            if (use.Binding is { } variable
                && call.Environment.ContainsKey(variable)
                && step.Script?.Body.Value.Contains(call.Path[(call.Path.LastIndexOf('/') + 1)..], StringComparison.Ordinal) == true
                && context.Repository.Files.Read(call.Path).Source?.Text.Contains(variable, StringComparison.Ordinal) != false)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the step is one of the platform's own actions, which read no variables of others.</summary>
    private static bool IsOfThePlatform(Step step) => step.Action?.Name?.StartsWith("actions/", StringComparison.Ordinal) == true;

    /// <summary>Whether a step could not read the variable unseen: a shell script, in which reads are followed.</summary>
    private static bool ShowsItsReads(Step step) => step.Script is { Language: ScriptLanguage.Shell };
}
