using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Permissions;
using Warder.Engine.Rules.Use;
using Warder.Pipelines;

namespace Warder.Engine.Rules.Exposure;

/// <summary>Finds tokens that are pasted into the text of a script instead of being handed over in the environment.</summary>
public sealed class SecretInScript : Rule
{
    private static readonly string[] Posting = ["-X", "--request", "-d", "--data", "--data-raw", "--data-binary", "--json", "-F", "--form"];

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "secret-in-script",
        Title = "A token is pasted into a script's text",
        Category = RuleCategory.Exposure,
        Severity = Severity.Warning,
        Fixable = true,
        Compliance = ["CICD-SEC-4", "CICD-SEC-6"],
    };

    /// <inheritdoc/>
    public override void VisitPipeline(PipelineContext context)
    {
        foreach (var step in context.Uses.Where(u => IsPasted(context, u)).GroupBy(u => (u.Job, u.StepIndex)))
        {
            foreach (var (use, others) in TokenGroups.Of(step, "Pasted here too"))
            {
                context.Report(this, new FindingDraft
                {
                    Span = use.Span,
                    Use = use,
                    Message = $"{use.Token.Name} is pasted into the script of {use.Step} before the shell reads it",
                    Why = "The value becomes part of the program: a quote or a dollar sign in it is run as code, and the script with the value lies in a file on the runner",
                    Hint = HintFor(context, use),
                    Related = others,
                });
            }
        }
    }

    /// <summary>What to do; on a command line that is a mistake of its own, what mends both.</summary>
    private static string HintFor(PipelineContext context, TokenUse use) =>
        ScriptOf(context, use) is { Language: ScriptLanguage.Shell } script && SecretInArguments.At(script, use.Span) is var (program, instead)
            ? $"Set it in the step's `env`, and instead of the command line of `{program}` use {instead}"
            : "Set it in the step's `env` and read the variable in the script";

    private static StepScript? ScriptOf(PipelineContext context, TokenUse use) =>
        EffectiveGrants.JobOf(context.Pipeline, use)?.Steps.FirstOrDefault(s => s.Index == use.StepIndex)?.Script;

    private static bool IsPasted(PipelineContext context, TokenUse use) =>
        use is { Explicit: true, OnlyTested: false, Scope: UseScope.Script, Token.Kind: TokenKind.Secret or TokenKind.DefaultToken }
        && (!context.Repository.Facts.SecretNames.IsIdentifier(use.Token.Name) || IsPostedTo(context, use));

    /// <summary>Whether a secret is the whole address to which a script posts: who knows such an address can do the same.</summary>
    private static bool IsPostedTo(PipelineContext context, TokenUse use)
    {
        if (!use.Token.Name.EndsWith("_URL", StringComparison.OrdinalIgnoreCase)
            || ScriptOf(context, use) is not { Language: ScriptLanguage.Shell } script)
        {
            return false;
        }

        return script.Shell.Commands.Where(c => c.Name == "curl").Any(c =>
            Array.Exists(Posting, o => StepCommands.HasOption(c, o) && (o is not ("-X" or "--request") || StepCommands.OptionValue(c, o) is "POST" or "PUT"))
            && c.Words.Any(w => IsWhole(w.Text.Trim('"', '\''), use.Token.Name)));
    }

    private static bool IsWhole(string word, string name) =>
        word.StartsWith("${{", StringComparison.Ordinal) && word.EndsWith("}}", StringComparison.Ordinal) && word[3..^2].Trim().EndsWith("." + name, StringComparison.OrdinalIgnoreCase);
}
