using System.Buffers;
using System.Text.Json;
using Warder.Engine.Auditing;
using Warder.Engine.Exposure.Flow;
using Warder.Engine.Findings;
using Warder.Engine.Permissions;
using Warder.Pipelines;
using Warder.Syntax;
using Warder.Syntax.Shell;

namespace Warder.Engine.Rules.Exposure;

/// <summary>Finds tokens on the command line of programs that offer a better way.</summary>
public sealed class SecretInArguments : ShellRule
{
    private static readonly Lazy<IReadOnlyList<Program>> Programs = new(Load);
    private static readonly Lazy<SearchValues<string>> ProgramNames = new(() => SearchValues.Create([.. Programs.Value.Select(p => string.Join(' ', p.Words)).Distinct(StringComparer.Ordinal)], StringComparison.Ordinal));

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "secret-in-arguments",
        Title = "A token stands on a command line",
        Category = RuleCategory.Exposure,
        Severity = Severity.Warning,
        Compliance = ["CICD-SEC-6", "NHI-2"],
    };

    private protected override SearchValues<string> Words => ProgramNames.Value;

    private protected override void VisitScript(PipelineContext context, Job job, Step step, ShellScript script)
    {
        foreach (var command in script.Commands)
        {
            if (Programs.Value.FirstOrDefault(p => StepCommands.StartsWith(command, p.Words)) is { } program
                && TokenOf(context, job, step, command, program) is { } token)
            {
                context.Report(this, new FindingDraft
                {
                    Span = SpanOf(step, command),
                    Job = job.Id,
                    Step = step,
                    Token = token.Name,
                    Message = $"{token.Name} stands on the command line of `{string.Join(' ', program.Words)}`",
                    Why = "Every process on the machine can read the command lines of the others, and tools print them when they fail",
                    Hint = $"Use {program.Instead}",
                    Identity = string.Join(' ', program.Words),
                });
            }
        }
    }

    private static HeldToken? TokenOf(PipelineContext context, Job job, Step step, ShellCommand command, Program program)
    {
        for (var i = 1; i < command.Words.Count; i++)
        {
            if (program.Options.Count == 0 || program.Options.Any(o => Takes(command, i, o)))
            {
                if (TokenWords.Of(context, job, step, command.Words[i]).FirstOrDefault() is { } token)
                {
                    return token;
                }
            }
        }

        return null;
    }

    /// <summary>Whether a word is the value of an option, or holds it.</summary>
    private static bool Takes(ShellCommand command, int index, string option)
    {
        var word = command.Words[index].Characters;
        if (option[^1] == '*')
        {
            return word.StartsWith(option.AsSpan(0, option.Length - 1), StringComparison.Ordinal);
        }

        return command.Words[index - 1].Characters.SequenceEqual(option) || (word.StartsWith(option, StringComparison.Ordinal) && word.Length > option.Length && word[option.Length] == '=');
    }

    private static Program[] Load()
    {
        using var data = typeof(SecretInArguments).Assembly.GetManifestResourceStream("argument-secrets.json")!;
        using var document = JsonDocument.Parse(data);
        return
        [
            .. document.RootElement.GetProperty("commands").EnumerateArray().Select(row => new Program(
                row.GetProperty("command").GetString()!.Split(' '),
                [.. row.GetProperty("options").EnumerateArray().Select(o => o.GetString()!)],
                row.GetProperty("instead").GetString()!)),
        ];
    }

    private sealed record Program(string[] Words, IReadOnlyList<string> Options, string Instead);
}
