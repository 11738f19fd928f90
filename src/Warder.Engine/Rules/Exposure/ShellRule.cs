using System.Buffers;
using Warder.Engine.Auditing;
using Warder.Engine.Exposure.Flow;
using Warder.Pipelines;
using Warder.Syntax.Shell;

namespace Warder.Engine.Rules.Exposure;

/// <summary>A rule on the commands of shell scripts in steps that hold a token.</summary>
public abstract class ShellRule : Rule
{
    /// <inheritdoc/>
    public override void VisitStep(PipelineContext context, Job job, Step step)
    {
        if (step.Script is { Language: ScriptLanguage.Shell } script
            && (step.TokenVariables.Count > 0 || context.PastesToken(job, step))
            && script.Body.Value.AsSpan().ContainsAny(Words))
        {
            VisitScript(context, job, step, script.Shell);
        }
    }

    /// <summary>Words of which a script must have one for the rule to be about it; spares parsing the others.</summary>
    private protected abstract SearchValues<string> Words { get; }

    /// <summary>Looks at the script.</summary>
    private protected abstract void VisitScript(PipelineContext context, Job job, Step step, ShellScript script);

    /// <summary>Whether what a command writes goes to the log, and not into a file, a pipe or a variable.</summary>
    private protected static bool WritesToLog(ShellCommand command)
    {
        if (command.Nesting.HasFlag(ShellNesting.CommandSubstitution) || command.Nesting.HasFlag(ShellNesting.ProcessSubstitution) || command.PipedInto is not null)
        {
            return false;
        }

        return !command.Redirections.Any(r => r.Operator is ">" or ">>" or "&>" or "&>>" or ">|" or ">&" && r.Descriptor is null or "1" && r.Target?.Literal is not ("/dev/stdout" or "/dev/stderr" or "2" or "1" or "/dev/tty"));
    }

    /// <summary>The range of a command in the file.</summary>
    private protected static Syntax.TextSpan SpanOf(Step step, ShellCommand command) => step.Script!.Body.ToSourceSpan(command.Span);

    /// <summary>The tokens in the words of a command, each once.</summary>
    private protected static IReadOnlyList<HeldToken> TokensOf(PipelineContext context, Job job, Step step, ShellCommand command) =>
        [.. TokenWords.Of(context, job, step, command).DistinctBy(t => t.Token)];
}
