using Warder.Engine.Auditing;
using Warder.Engine.Exposure.Flow;
using Warder.Engine.Findings;
using Warder.Engine.Permissions;
using Warder.Pipelines;
using Warder.Syntax;
using Warder.Syntax.Shell;

namespace Warder.Engine.Rules.Exposure;

/// <summary>Finds downloaded scripts that run in a step that holds a token.</summary>
public sealed class PipeToShellWithToken : Rule
{
    private static readonly string[] Downloads = ["curl", "wget"];
    private static readonly string[] Shells = ["sh", "bash", "zsh", "dash", "python", "python3", "node", "perl", "ruby", "sudo", "env"];

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "pipe-to-shell-with-token",
        Title = "A downloaded script runs within reach of a token",
        Category = RuleCategory.Exposure,
        Severity = Severity.Warning,
        Compliance = ["CICD-SEC-3", "CICD-SEC-8", "NHI-3"],
    };

    /// <inheritdoc/>
    public override void VisitJob(PipelineContext context, Job job)
    {
        JobTokens? tokens = null;
        foreach (var step in job.Steps)
        {
            if (step.Script is { Language: ScriptLanguage.Shell } script && Downloads.Any(d => script.Body.Value.Contains(d, StringComparison.Ordinal)))
            {
                Visit(context, job, step, tokens ??= context.TokensOf(job));
            }
        }
    }

    private void Visit(PipelineContext context, Job job, Step step, JobTokens tokens)
    {
        if (tokens.At(step) is not [var held, ..] all)
        {
            return;
        }

        foreach (var command in step.Script!.Shell.Commands)
        {
            if (command.Name is "curl" or "wget" && Runs(command))
            {
                var span = step.Script.Body.ToSourceSpan(command.Span);
                context.Report(this, new FindingDraft
                {
                    Span = span,
                    Job = job.Id,
                    Step = step,
                    Token = held.Name,
                    Message = $"What `{command.Name}` downloads runs at once, within reach of {held.Name} {held.How}{(all.Count > 1 ? $" and {all.Count - 1} more" : "")}",
                    Why = "Whoever changes the script at its source, or on the way, takes the tokens of the step; nothing in the repository would show it",
                    Hint = "Download a fixed version, check its hash, and run it in a step without tokens",
                    Related =
                    [
                        .. all.Select(t => new RelatedPlace(Location.Of(context.Source, t.Span), $"{t.Name}, {t.How}")),
                        new RelatedPlace(Location.Of(context.Source, span), "The downloaded script runs here"),
                    ],
                    IsPath = true,
                    Identity = command.Name,
                });
                return;
            }
        }
    }

    /// <summary>Whether the output of a download is run: piped into an interpreter, or put into one's words.</summary>
    private static bool Runs(ShellCommand command)
    {
        for (var next = command.PipedInto; next is not null; next = next.PipedInto)
        {
            // An interpreter that is given a program reads data from the pipe: python -c, node -e, perl -ne, python script.py.
            if (next.Name is { } name && Array.IndexOf(Shells, name) >= 0 && ReadsProgram(next))
            {
                return true;
            }
        }

        return command.Parent is { Name: "bash" or "sh" or "eval" or "source" or "." or "sudo" or "zsh" } parent
            && (command.Nesting.HasFlag(ShellNesting.CommandSubstitution) || command.Nesting.HasFlag(ShellNesting.ProcessSubstitution))
            && (parent.Name is not ("bash" or "sh" or "zsh" or "sudo") || parent.Words.Any(w => w.Literal is "-c") || command.Nesting.HasFlag(ShellNesting.ProcessSubstitution));
    }

    private static bool ReadsProgram(ShellCommand command)
    {
        var words = command.Words.Skip(1).ToList();
        if (command.Name is "sudo" or "env")
        {
            var at = words.FindIndex(w => w.Literal is { } text && !text.StartsWith('-') && !text.Contains('=', StringComparison.Ordinal));
            return at >= 0 && words[at].Literal is "sh" or "bash" or "python3" or "python" && words.Skip(at + 1).All(IsOption);
        }

        return words.Count == 0 || words[0].Literal is "-s" or "-" || words.TrueForAll(IsOption);
    }

    private static bool IsOption(ShellWord word) => word.Literal is "-" or "-s" or "-e" or "-x" or "-ex" or "-l" or "-E" or "--" or "-y" || word.Literal?.StartsWith("--", StringComparison.Ordinal) == true;
}
