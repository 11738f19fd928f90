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
                && TokenOf(context, job, step, command, program) is var (token, word))
            {
                context.Report(this, new FindingDraft
                {
                    Span = SpanOf(step, command),
                    Job = job.Id,
                    Step = step,
                    Token = token.Name,
                    Message = $"{token.Name} stands on the command line of `{string.Join(' ', program.Words)}`",
                    Why = "Every process on the machine can read the command lines of the others, and tools print them when they fail",
                    Hint = $"Use {program.Instead}{(IsPasted(word) ? ", and hand the token over in the step's `env`" : "")}",
                    Identity = string.Join(' ', program.Words),
                });
            }
        }
    }

    /// <summary>The program, and its better way, on whose command line a place of a script stands; null where it stands on none that has one.</summary>
    internal static (string Program, string Instead)? At(StepScript script, TextSpan place)
    {
        foreach (var command in script.Shell.Commands.Where(c => script.Body.ToSourceSpan(c.Span).Contains(place)))
        {
            if (Programs.Value.FirstOrDefault(p => StepCommands.StartsWith(command, p.Words)) is { } program
                && WordsOf(command, program).Any(w => script.Body.ToSourceSpan(w.Span).Contains(place)))
            {
                return (string.Join(' ', program.Words), program.Instead);
            }
        }

        return null;
    }

    private static (HeldToken Token, ShellWord Word)? TokenOf(PipelineContext context, Job job, Step step, ShellCommand command, Program program)
    {
        foreach (var word in WordsOf(command, program))
        {
            if (TokenWords.Of(context, job, step, word).FirstOrDefault() is { } token)
            {
                return (token, word);
            }
        }

        return null;
    }

    /// <summary>The words by which a program takes a secret.</summary>
    private static IEnumerable<ShellWord> WordsOf(ShellCommand command, Program program) =>
        command.Words.Where((_, i) => i > 0 && (program.Options.Count == 0 || program.Options.Any(o => Takes(command, i, o))));

    private static bool IsPasted(ShellWord word) => word.Text.Contains("${{", StringComparison.Ordinal);

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
