using System.Buffers;
using Warder.Engine.Auditing;
using Warder.Engine.Exposure.Flow;
using Warder.Engine.Findings;
using Warder.Engine.Permissions;
using Warder.Pipelines;
using Warder.Syntax;
using Warder.Syntax.Shell;

namespace Warder.Engine.Rules.Exposure;

/// <summary>Finds commands that write a token into the log.</summary>
public sealed class SecretPrinted : ShellRule
{
    private static readonly string[] Printers = ["echo", "printf", "cat", "print"];
    private static readonly string[] Changers = ["base64", "xxd", "od", "hexdump", "rev", "tr", "sed", "cut", "fold", "head", "tail", "awk", "gzip", "openssl", "tee", "cat", "jq"];
    private static readonly string[] Whole = ["env", "printenv", "export", "set", "declare"];

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "secret-printed",
        Title = "A token is written into the log",
        Category = RuleCategory.Exposure,
        Severity = Severity.Error,
        Confidence = Confidence.Medium,
        Compliance = ["CICD-SEC-6", "CICD-SEC-10", "NHI-2"],
    };

    private protected override SearchValues<string> Words { get; } = SearchValues.Create(["echo", "print", "cat", "env", "set -", "export", "declare"], StringComparison.Ordinal);

    private protected override void VisitScript(PipelineContext context, Job job, Step step, ShellScript script)
    {
        ShellCommand? traced = null;
        foreach (var command in script.Commands)
        {
            if (command.Kind != ShellCommandKind.Simple || command.Name is not { } name)
            {
                continue;
            }

            traced = name == "set" ? Traces(command, traced) : traced;
            if (Array.IndexOf(Printers, name) >= 0)
            {
                VisitPrinter(context, job, step, command);
            }
            else if (Array.IndexOf(Whole, name) >= 0 && PrintsAll(command, name) && WritesToLog(command) && step.TokenVariables.Count > 0)
            {
                Report(context, job, step, command, step.TokenVariables[0].Token.Name, $"`{command.Words[0].Text}` writes the whole environment into the log", Severity.Warning);
            }
            else if (traced is not null && TokensOf(context, job, step, command) is [var token, ..])
            {
                Report(context, job, step, traced, token.Name, "`set -x` writes the commands that follow into the log, their values put in", Severity.Warning);
                traced = null;
            }
        }
    }

    private void VisitPrinter(PipelineContext context, Job job, Step step, ShellCommand command)
    {
        List<HeldToken> tokens = [.. TokensOf(context, job, step, command).Where(t => !IsPartOfContext(context, step, t))];
        if (tokens.Count == 0 || command.Words.Any(w => w.Text.Contains("::add-mask::", StringComparison.Ordinal)))
        {
            return;
        }

        // What the pipe ends in writes; on its way the value may have been changed so that no mask fits.
        var last = command;
        var changed = false;
        while (last.PipedInto is { } next)
        {
            last = next;
            changed |= last.Name is not ("cat" or "tee") && Array.IndexOf(Changers, last.Name) >= 0;
            if (Array.IndexOf(Changers, last.Name) < 0)
            {
                return;
            }
        }

        if (WritesToLog(last) && !last.Words.Any(w => w.Characters.StartsWith("-o", StringComparison.Ordinal) || w.Characters.StartsWith("--out", StringComparison.Ordinal)))
        {
            var what = changed ? $"{tokens[0].Name} is changed by `{last.Name}` and written into the log, where the mask no longer fits" : $"{tokens[0].Name} is written into the log";
            Report(context, job, step, command, tokens[0].Name, what, changed ? Severity.Error : Severity.Warning);
        }
    }

    private void Report(PipelineContext context, Job job, Step step, ShellCommand command, string token, string what, Severity severity) => context.Report(this, new FindingDraft
    {
        Span = SpanOf(step, command),
        Job = job.Id,
        Step = step,
        Token = token,
        Severity = severity,
        Message = what,
        Why = "The platform masks the exact value only: a part of it, another encoding or a value with line breaks stands in the log for all who may read it",
        Hint = "Say whether it is set (`${X:+set}`) rather than what it is",
        Identity = command.Words[0].Text,
    });

    /// <summary>Whether a variable holds the whole context of the run, in which the token is one of many values and is masked as a whole.</summary>
    private static bool IsPartOfContext(PipelineContext context, Step step, HeldToken token) =>
        token.Token.Kind == TokenKind.DefaultToken
        && step.TokenVariables.Any(v => token.How == "$" + v.Name && v.Token == token.Token && context.Source.GetText(v.UseSpan).Equals("github", StringComparison.OrdinalIgnoreCase));

    private static bool PrintsAll(ShellCommand command, string name) => name switch
    {
        "set" => command.Words.Count == 1,
        "export" or "declare" => command.Words.Count == 2 && command.Words[1].Literal is "-p" or "-x" or "-px",
        _ => command.Words.Count == 1 && command.Assignments.Count == 0,
    };

    private static ShellCommand? Traces(ShellCommand command, ShellCommand? before)
    {
        foreach (var word in command.Words.Skip(1))
        {
            if (word.Literal is ['-', .. var on] && on.Contains('x', StringComparison.Ordinal))
            {
                return command;
            }

            if (word.Literal is ['+', .. var off] && off.Contains('x', StringComparison.Ordinal))
            {
                return null;
            }
        }

        return before;
    }
}
